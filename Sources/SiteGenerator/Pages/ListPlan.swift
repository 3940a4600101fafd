import DossierModel

/// A long list cut into pages: only numbers until a page is composed.
struct ListPlan: Sendable {
  /// Things under one heading.
  struct Group: Sendable {
    /// The heading.
    var title: [Inline]
    /// The id of the heading, unique in the list.
    var id: String
    /// The things, by their place in the dossier.
    var items: [Int] = []
    /// Lesser headings, by the place in `items` before which they stand.
    var headings: [Int: String] = [:]
  }

  /// A stretch of a group on one page.
  struct Stretch: Sendable {
    var group: Int
    var items: Range<Int>
  }

  /// Where the first page stands; the next have `-2`, `-3` in their names.
  let path: SitePath
  /// The groups in order.
  let groups: [Group]
  /// The stretches of each page; at least one page.
  let pages: [[Stretch]]
  /// The page on which each group begins.
  let firstPages: [Int]

  /// The `groups` with at most `limit` things on a page.
  init(path: SitePath, groups: [Group], limit: Int) {
    var pages: [[Stretch]] = [[]]
    var firstPages: [Int] = []
    var room = limit
    for (number, group) in groups.enumerated() {
      if room == 0 {
        pages.append([])
        room = limit
      }
      firstPages.append(pages.count - 1)
      var start = 0
      repeat {
        if room == 0 {
          pages.append([])
          room = limit
        }
        let end = min(group.items.count, start + room)
        pages[pages.count - 1].append(Stretch(group: number, items: start..<end))
        room -= end - start
        start = end
      } while start < group.items.count
    }
    (self.path, self.groups, self.pages, self.firstPages) = (path, groups, pages, firstPages)
  }

  /// Where page `number` stands, from 0.
  func path(ofPage number: Int) -> SitePath {
    number == 0 ? path : SitePath("\(path.path.dropLast(3))-\(number + 1).md")
  }

  /// The page that shows each thing; of things in several groups the first.
  func pageByItem(count: Int) -> [Int] {
    var result = [Int](repeating: 0, count: count)
    for (number, stretches) in pages.enumerated().reversed() {
      for stretch in stretches {
        for item in groups[stretch.group].items[stretch.items] { result[item] = number }
      }
    }
    return result
  }
}

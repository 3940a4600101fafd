import DossierModel

/// A long list with its headings, page by page.
struct ListPages: Sendable {
  /// Writes things that stand under one heading.
  typealias Entries = @Sendable (ArraySlice<Int>) -> [Block]

  /// How many groups are named at the head of every page of a list; of more only the page's own.
  private static let namedGroups = 80

  let edition: Edition
  let plan: ListPlan
  let frame: PageFrame
  let title: String
  /// The way from the front page to the list.
  var crumbs: [Inline] = []
  /// Other orders of the same things.
  var views: [Block] = []
  let summary: String
  /// Names what a thing is made of; `nil` if nobody knows without composing the pages.
  var ingredient: (@Sendable (Int, inout Recipe) -> Void)?
  let entries: Entries
  /// Draws what stands on a page, given its number.
  var figure: (name: String, html: @Sendable (Int) -> [UInt8]?)?
  /// Whether the figure stands after the list.
  var figureFollows = true
  /// Whether the groups are named at the head of the page.
  var hasContents = true
  /// Fills the slots that only lists of this kind have, given the page's number.
  var more: @Sendable (Int, inout PageContents) -> Void = { _, _ in }

  private var words: Words { edition.words }
  private var phrasing: any Phrasing { edition.phrasing }

  /// The pages; at least one.
  var pages: [PlannedPage] {
    plan.pages.indices.map { number in
      var planned = PlannedPage(path: plan.path(ofPage: number)) { page(number) }
      if let ingredient {
        planned.recipe = { (recipe: inout Recipe) in
          write(recipe: &recipe, ofPage: number, ingredient)
        }
      }
      return planned
    }
  }

  /// Names what page `number` is made of.
  private func write(
    recipe: inout Recipe, ofPage number: Int, _ ingredient: (Int, inout Recipe) -> Void
  ) {
    for text in [frame.rawValue, title, summary] { recipe.add(text) }
    recipe.add(crumbs)
    recipe.add(plan.pages.count)
    // What turning leads to; a page cannot tell without all the others.
    for page in plan.pages {
      recipe.add(page.first.map { plan.groups[$0.group].title } ?? [])
    }
    for group in hasContents ? named(onPage: number) : [] {
      recipe.add(plan.groups[group].title)
      recipe.add(plan.groups[group].id)
      recipe.add(plan.groups[group].items.count)
      recipe.add(plan.firstPages[group])
    }
    for stretch in plan.pages[number] {
      let group = plan.groups[stretch.group]
      recipe.add(group.title)
      recipe.add(group.id)
      recipe.add(stretch.items.count)
      for place in stretch.items {
        recipe.add(optional: group.headings[place])
        ingredient(group.items[place], &recipe)
      }
    }
  }

  private func page(_ number: Int) -> Page {
    let path = plan.path(ofPage: number)
    var contents = PageContents(path: path)
    var summary = summary
    if plan.pages.count > 1 {
      summary +=
        " · "
        + words(
          .pageOf,
          ["n": phrasing.number(number + 1), "all": phrasing.number(plan.pages.count)])
      contents.fill("pages", [turning(number)])
    }
    contents.fill("title", line: [.text(title)])
    if !crumbs.isEmpty { contents.fill("crumbs", edition.crumbs(crumbs)) }
    contents.fill("views", views)
    contents.fill("summary", line: [.text(summary)])
    if hasContents { contents.fill("contents", names(onPage: number)) }
    let sections = plan.pages[number].map(section)
    if let figure, let html = figure.html(number) {
      contents.fill("list", figure: html, named: figure.name, follows: figureFollows, sections)
    } else {
      contents.fill("list", sections)
    }
    more(number, &contents)
    var matter = FrontMatter()
    matter.add("title", title)
    matter.add("kind", frame.rawValue)
    return edition.page(
      path, .list, frame: frame, title: title, contents, description: summary, frontMatter: matter)
  }

  private func section(_ stretch: ListPlan.Stretch) -> Block {
    let group = plan.groups[stretch.group]
    var blocks: [Block] = [.heading(2, group.title, id: group.id)]
    var start = stretch.items.lowerBound
    while start < stretch.items.upperBound {
      if let heading = group.headings[start] { blocks.append(.heading(3, [.text(heading)])) }
      var end = start + 1
      while end < stretch.items.upperBound, group.headings[end] == nil { end += 1 }
      blocks += entries(group.items[start..<end])
      start = end
    }
    return .region(.section, class: "group", blocks)
  }

  /// The groups that are named at the head of a page.
  private func named(onPage number: Int) -> [Int] {
    plan.groups.count <= Self.namedGroups
      ? Array(plan.groups.indices) : plan.pages[number].map(\.group)
  }

  /// The groups with how much is in them, each leading to its heading.
  private func names(onPage number: Int) -> [Block] {
    let shown = named(onPage: number)
    if shown.count < 2 { return [] }
    let items = shown.map { group -> [Inline] in
      let isHere = plan.pages[number].contains { $0.group == group }
      let page = isHere ? number : plan.firstPages[group]
      return [
        .link(
          plan.groups[group].title.map(\.plain).joined(),
          to: .page(plan.path(ofPage: page), anchor: plan.groups[group].id)),
        .text(" " + phrasing.number(plan.groups[group].items.count)),
      ]
    }
    return [.region(.nav, class: "contents", label: words[.contentsLabel], [.bullets(items)])]
  }

  /// The way to the other pages of a list, each named by the first heading on it.
  private func turning(_ number: Int) -> Block {
    let items = plan.pages.indices.map { page -> [Inline] in
      let first = plan.pages[page].first.map { plan.groups[$0.group].title.map(\.plain).joined() }
      let name = phrasing.number(page + 1)
      let link: Inline =
        page == number ? .strong([.text(name)]) : .link(name, to: .page(plan.path(ofPage: page)))
      return [link, .text(" " + (first ?? ""))]
    }
    return .region(.nav, class: "pages", label: words[.pagesLabel], [.bullets(items)])
  }
}

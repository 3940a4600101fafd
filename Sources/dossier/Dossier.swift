import ArgumentParser

@main
struct DossierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier", abstract: "A folder of news articles in, a dossier out.")
}

import ArgumentParser

@main
struct Attune: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Ask well, and make sense of the answers.")
}

import ArgumentParser
import AttuneDiagnostics
import AttuneLanguage

extension Attune {
  /// Tells what a finding's code means; the words stand beside the rules.
  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Explain a finding by its code.",
      discussion: "Without a code, lists every code with what it asks for.")

    @Argument(
      help: "The code that stands beside a finding, such as A210.",
      completion: .list(Explanation.all.map(\.code)))
    var code: String?

    func run() throws {
      guard let code else {
        for explanation in Explanation.all {
          print("\(explanation.code)  \(explanation.title) (\(explanation.levelWords))")
        }
        return
      }
      guard let explanation = Explanation.of(code) else {
        let nearest = nearestName(to: code, among: Explanation.all.map(\.code))
        throw failure(
          "there is no finding with the code '\(code)'. "
            + (nearest.map { "Did you mean \($0)?" } ?? "'attune explain' lists them all."))
      }
      print("\(explanation.title)  [\(explanation.code), \(explanation.levelWords)]")
      if !explanation.text.isEmpty { print("\n\(explanation.text)") }
    }
  }
}

extension Explanation {
  fileprivate var levelWords: String { levels.map(\.rawValue).joined(separator: " or ") }
}

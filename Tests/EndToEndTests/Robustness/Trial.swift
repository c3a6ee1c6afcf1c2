import AttuneInstrument
import AttuneSession
import Foundation
import Testing

@testable import AttuneStore

/// How long the tests of what must not break run, and how their figures are told.
enum Trial {
  /// `make soak` runs the long form.
  static let isLong = ProcessInfo.processInfo.environment["ATTUNE_SOAK"] == "1"

  static func count(_ short: Int, long: Int) -> Int { isLong ? long : short }

  /// Prints a figure with what it allows to say: of zero failures in n trials, that the true rate
  /// is below 3/n with 95 % confidence (Hanley and Lippman-Hand 1983,
  /// doi:10.1001/jama.1983.03330370053031).
  static func report(_ promise: String, failures: Int, of count: Int, _ more: String = "") {
    var words = "ROBUSTNESS \(promise): \(failures) of \(count)"
    if failures == 0, count > 0 {
      words += String(format: "; rate below %.5f", 3.0 / Double(count))
    }
    print(more.isEmpty ? words : words + "; " + more)
  }

  /// The preload library, built once.
  static let library: String = {
    let source = Program.root.appending(path: "Tests/EndToEndTests/Robustness/disk.c").path()
    let built = FileManager.default.temporaryDirectory.appending(
      path: "attune-disk-\(ProcessInfo.processInfo.processIdentifier).so"
    ).path()
    let outcome = try? Program.run(
      ["clang", "-shared", "-fPIC", "-O1", "-o", built, source, "-ldl"], of: "/usr/bin/env")
    if outcome?.status != 0 { Issue.record("disk.c was not built: \(outcome?.messages ?? "")") }
    return built
  }()

  /// As many questions as a long session has, each with its number in it.
  static let questions = 40

  static let instrument =
    Study.short.components(separatedBy: "item calm:")[0]
    + (1...questions).map { "item q\($0): This is question \($0) of them.\n" }.joined()

  /// What a person types to answer all: `1, 2, 3, 1, 2, ...`.
  static let typed =
    "\n\n1\n" + (1...questions).map { "\(answer(to: $0))\n" }.joined() + "\n2\n"

  static func answer(to question: Int) -> Int { (question - 1) % 3 + 1 }

  /// How many answers were shown as saved: the next question came, or the end.
  static func acknowledged(in shown: String) -> Int {
    let asked = shown.matches(of: /question (\d+) of them\./).compactMap { Int($0.output.1) }
    guard let last = asked.max() else { return 0 }
    // The last question is followed by the review, which shows all of them again.
    return shown.contains("Your answers") || asked.count > questions ? questions : last - 1
  }

  /// Of the first `count` questions, those whose answer is not in the store as it was typed.
  static func lost(of count: Int, in events: [Event]) -> [Int] {
    guard count > 0 else { return [] }
    var kept: [String: Answer] = [:]
    for case .answered(let item, let answer) in events { kept[item] = answer }
    return (1...count).filter { kept["q\($0)"] != .value(.choice(answer(to: $0))) }
  }
}

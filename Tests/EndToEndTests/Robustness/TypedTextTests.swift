import AttuneInstrument
import AttuneSession
import AttuneTestSupport
import Foundation
import Testing

@testable import AttuneStore

/// Whatever is pasted into an answer, at a real terminal: it is kept byte for byte or visibly
/// refused, and drives nothing.
@Suite(.serialized) struct TypedTextTests {
  private static let questions = 40

  private static let instrument =
    Study.short.components(separatedBy: "item calm:")[0]
    + (1...questions).map { "item q\($0): This is question \($0) of them.\n  answer: text\n" }
    .joined()

  @Test func everyLineIsKeptOrRefused() throws {
    let count = Trial.count(Self.questions, long: 1_000)
    // Every piece is among the first lines; the short form takes some of them.
    let lines = Trial.isLong ? HostileLines.all : Array(HostileLines.all.prefix(count))
    let model = try Study(instrument: Self.instrument)
    var faults: [String] = []
    var kept = 0
    for start in stride(from: 0, to: count, by: Self.questions) {
      let some = Array(lines[start..<min(start + Self.questions, count)])
      let (answers, shown) = try answer(some, in: Study(copying: model))
      for (line, answer) in zip(some, answers) {
        switch answer {
        case .value(.text(let text)):
          kept += 1
          if Array(text.utf8) != line { faults.append("\(line.prefix(40)) became \(text)") }
        case .missing(.skipped): break
        default: faults.append("\(line.prefix(40)) was lost: \(answer as Any)")
        }
      }
      faults += driving(in: shown).map { "reached the terminal: \($0)" }
    }
    Trial.report(
      "hostile lines that were changed, lost or reached the terminal", failures: faults.count,
      of: count, "\(kept) kept byte for byte, the others visibly refused")
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    #expect(kept > count / 5 && kept < count)
  }

  /// Pastes one line at each question; what cannot be kept is skipped.
  private func answer(
    _ lines: [[UInt8]], in study: Study
  ) throws -> (answers: [Answer?], shown: String) {
    let terminal = try PseudoTerminal(
      ["run", study.path, "--screen"], environment: ["TERM": "xterm"])
    for (shown, keys) in [("to go on.", "\r"), ("asks three things", "\r"), ("take part?", "1\r")] {
      terminal.read(for: 20, until: shown)
      terminal.type(keys)
    }
    terminal.read(for: 20, until: "question 1 of them")
    for (index, line) in lines.enumerated() {
      let next =
        index + 2 > Self.questions ? "Your answers" : "question \(index + 2) of them"
      var mark = terminal.shown.utf8.count
      // What is no text is refused at once, without Enter.
      let isText = String(validating: line, as: UTF8.self) != nil
      terminal.type(
        Array("\u{1B}[200~".utf8) + line + Array("\u{1B}[201~\(isText ? "\r" : "")".utf8))
      var found = terminal.read(
        for: 20, untilAnyOf: [next, "Sorry, ", "skip this one?"], after: mark)
      if found == "Sorry, " {
        mark = terminal.shown.utf8.count
        terminal.type("\r")
        found = terminal.read(for: 20, untilAnyOf: ["skip this one?"], after: mark)
      }
      if found == "skip this one?" {
        terminal.type("1\r")
        found = terminal.read(for: 20, untilAnyOf: [next], after: mark)
      }
      try #require(found == next, "\(line.prefix(60)): \(terminal.shown.suffix(800))")
    }
    // The review is longer than the window: Enter shows more, then goes on.
    for _ in 0..<40 where !terminal.shown.contains("see a copy") {
      terminal.type("\r")
      terminal.read(for: 2, until: "see a copy")
    }
    terminal.type("2\r")
    terminal.read(for: 20, until: "to close")
    terminal.type("\r")
    terminal.read(for: 20)
    for _ in 0..<200 where terminal.process.isRunning { Thread.sleep(forTimeInterval: 0.05) }
    try #require(!terminal.process.isRunning, "\(terminal.shown.suffix(800))")
    #expect(terminal.process.terminationStatus == 0)

    let store = try ResponseStore(path: study.path + "/answers.sqlite")
    var given: [String: Answer] = [:]
    for case .answered(let item, let answer) in try store.sessions().first?.events ?? [] {
      given[item] = answer
    }
    try store.close()
    return (lines.indices.map { given["q\($0 + 1)"] }, terminal.shown)
  }

  /// What drives a terminal and is none of the screen's own sequences.
  private func driving(in shown: String) -> [String] {
    let own =
      /\u{1B}\[(?:H|3J|J|K|0m|1m|7m|\?25[lh]|\?2004[lh]|\?1049[lh]|2[23];0t|\d+;\d+H)|\u{1B}\]0;Terminal\u{7}|\r\n/
      .matchingSemantics(.unicodeScalar)
    let isolated = /\u{2067}([^\u{2067}\u{2069}]*)\u{2069}/.matchingSemantics(.unicodeScalar)
    // The screen clears itself when it closes.
    let rest = shown.replacing(own, with: "").replacing("\u{1B}[2J", with: "", maxReplacements: 1)
      .replacing(isolated) { $0.output.1 }
    return rest.unicodeScalars.filter(HostileLines.drives).map {
      "U+" + String($0.value, radix: 16)
    }
  }
}

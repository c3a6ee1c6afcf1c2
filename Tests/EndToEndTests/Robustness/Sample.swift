import AttuneInstrument
import AttuneSession
import Foundation

@testable import AttuneStore

/// A store with made-up people in it, written by the store itself.
enum Sample {
  static let instrument = Instrument(
    name: "i", title: "I", version: "1", status: .draft, language: "en-GB", author: "A",
    licence: "CC BY 4.0", consent: Consent(), support: Support())

  /// What a person wrote: told apart from everything else in the file, and some longer than a page.
  static func secret(_ person: Int, _ question: Int) -> String {
    "private-\(person)-\(question)-" + String(repeating: "words", count: question == 1 ? 1_200 : 3)
  }

  static func code(_ person: Int) -> PersonCode {
    // Letters only: anything else parts the words of a code.
    let digits = String(person).utf8.map { Character(UnicodeScalar($0 + 49)) }
    return PersonCode(typed: "person \(String(digits)) code")
  }

  /// `people` sessions of `questions` answers each.
  static func fill(_ store: ResponseStore, people: Int, questions: Int) throws {
    for person in 0..<people {
      let session = try store.begin(
        with: [.replied(statement: "taking_part", agrees: true)]
          + (0..<questions).map {
            .answered(item: "q\($0)", .value(.text(secret(person, $0))))
          },
        code: code(person), instrument: instrument, text: "instrument i: I\n",
        start: SessionStart(details: ["site": person % 2 == 0 ? "north" : "south"]),
        isPractice: false, on: "2026-11-28")
      try store.mark(session, as: .finished, on: "2026-11-28")
    }
  }

  /// Everything that a store holds, to see whether two hold the same.
  static func content(_ path: String) throws -> String {
    let store = try ResponseStore(path: path)
    let sessions = try store.sessions()
    let text = try sessions.map {
      "\($0.id) \($0.instrument) \($0.start) \($0.isPractice) \($0.startedOn) \($0.changedOn) "
        + "\($0.state) \(String(describing: $0.times)) \($0.events) "
        + "\(try store.instrument($0.instrument) == instrument)"
    }.joined(separator: "\n")
    let tally = try ResponseStore.Erasure.allCases.map { try store.count(of: $0) }
    try store.close()
    return text + "\(tally)"
  }
}

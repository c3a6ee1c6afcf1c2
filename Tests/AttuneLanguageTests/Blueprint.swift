import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

/// The blueprint that the item writers made: `Tests/Golden/instruments_items.json`.
struct Blueprint: Decodable {
  struct Instrument: Decodable {
    let id: String
    let title: String
    let scale: String
    let roles: [String]
    let subscales: [Subscale]

    var items: [Item] { subscales.flatMap(\.items) }
  }

  struct Subscale: Decodable {
    let id: String
    let name: String
    let higher_means: String
    let rooted_in: String
    let min_answered: Int
    let content_note: String?
    let items: [Item]
  }

  struct Item: Decodable {
    let code: String
    let person: String
    let worker: String?
    let key: Int
    let short: Bool

    /// Whether one wording serves everybody.
    var isSame: Bool { worker == nil || worker == person }
  }

  struct Checklist: Decodable {
    struct Answer: Decodable {
      let value: Int
      let label: String
    }

    struct Thing: Decodable {
      let code: String
      let label: String
    }

    let question: String
    let answers: [Answer]
    let things: [Thing]
  }

  struct Composite: Decodable {
    let id: String
    let of: [String]
    let min: Int
  }

  let scales: [String: [Checklist.Answer]]
  let instruments: [Instrument]
  let checklists: [String: Checklist]
  let composites: [Composite]
  let display_order: [String: [String]]

  static func read() throws -> Blueprint {
    let golden = Repository.root.appending(path: "Tests/Golden/instruments_items.json")
    return try JSONDecoder().decode(Blueprint.self, from: Data(contentsOf: golden))
  }

  func instrument(_ name: String) throws -> Instrument {
    try #require(instruments.first { $0.id == name })
  }
}

extension AttuneInstrument.Instrument {
  /// The instruments that come with attune.
  static let delivered = ["keep", "alongside", "say", "links", "selfhelp"]

  /// `instruments/<name>.instrument`, in which nothing may be found.
  static func delivered(_ name: String) throws -> Self {
    let compilation = try #require(compilations[name])
    #expect(compilation.findings == [])
    #expect(compilation.advice == [])
    return try #require(compilation.instrument)
  }

  /// Compiled once for all tests.
  private static let compilations: [String: Compilation] = Dictionary(
    uniqueKeysWithValues: delivered.compactMap { name in
      (try? Repository.text("instruments/\(name).instrument")).map { (name, Compilation(of: $0)) }
    })
}

import AttuneInstrument
import AttuneTables

/// What a reader has to know of the instrument beside every one of its tables.
struct ResultContext {
  let instrument: Instrument?

  /// The instrument's name, version and status, and whether people with lived experience reviewed it.
  private var notes: [String] {
    guard let instrument else { return [] }
    let review =
      instrument.reviewedBy.map { "reviewed by \($0)" }
      ?? "not yet reviewed with people with lived experience"
    return ["\(instrument.title) \(instrument.version): \(instrument.status.rawValue); \(review)."]
  }

  /// The same, for results that are no tables.
  var status: String { notes.joined(separator: " ") }

  /// The tables with the status on each, and on the first what a higher score of `names` means.
  func completing(_ tables: [Table], about names: [String]) -> [Table] {
    tables.enumerated().map { index, table in
      table.adding(notes: (index == 0 ? meanings(of: names) : []) + notes)
    }
  }

  /// What a higher score means, for each construct among `names`.
  private func meanings(of names: [String]) -> [String] {
    names.compactMap { name in
      guard let construct = instrument?.construct(named: name), let meaning = construct.higherMeans
      else { return nil }
      return "\(name), \(construct.title): higher means \(meaning)."
    }
  }
}

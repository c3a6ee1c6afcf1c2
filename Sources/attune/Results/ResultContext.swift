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

  /// The tables with the status on each, and on one what a higher score of `names` means: beside what
  /// was found in words, and else on the first.
  func completing(_ tables: [Table], about names: [String]) -> [Table] {
    let place = tables.firstIndex { $0.notes.contains { $0.contains("In words:") } } ?? 0
    return tables.enumerated().map { index, table in
      table.adding(notes: (index == place ? meanings(of: names) : []) + notes)
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

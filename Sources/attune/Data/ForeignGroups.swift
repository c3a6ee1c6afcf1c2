import AttuneData
import AttuneExchange
import AttuneTables

extension DelimitedFile {
  /// The groups that a column tells apart.
  ///
  /// Of an SPSS or Stata file by their words, in the order of their codes, where every code that
  /// somebody has has words of its own; else as they stand.
  func groups(_ name: String) -> ComparisonSource.Groups {
    let levels = columns.levels[name]?.values ?? []
    guard let answers = column(name)?.answers(of: Set(levels.compactMap { $0 })) else {
      return .init(name: name, levels: levels, order: [])
    }
    let words = Dictionary(uniqueKeysWithValues: answers.map { ($0.code, $0.words) })
    return .init(
      name: name, levels: levels.map { level in level.flatMap { words[$0] } },
      order: answers.map(\.words), words: words)
  }

  /// What codes stand for that are shown because not all have words of their own, for a note.
  func codeNote(_ name: String) -> String? {
    let codes = Set((columns.levels[name]?.values ?? []).compactMap { $0 })
    guard let column = column(name), !column.labelled.isEmpty, column.answers(of: codes) == nil
    else { return nil }
    let known = column.labelled.map { "\($0.code) \u{2013} \($0.words.inert)" }
    let isBare = !codes.subtracting(column.labelled.map(\.code)).isEmpty
    let reason = isBare ? "other codes have no words" : "several codes have the same words"
    return "\(name): \(known.joined(separator: "; ")); codes are shown, for \(reason)."
  }

  private func column(_ name: String) -> ForeignColumn? { foreign.first { $0.name == name } }
}

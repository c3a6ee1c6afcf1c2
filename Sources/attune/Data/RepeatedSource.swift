import AttuneData
import AttuneInstrument
import AttuneTables

/// Scores of the same people on several occasions.
struct RepeatedSource {
  struct Score {
    let name: String
    let measures: RepeatedMeasures
  }

  let scores: [Score]
  let source: Results.Source
  let instrument: Instrument?
  let cautions: [Caution]

  /// A score for each occasion: columns of a file, or constructs and items of an instrument.
  init(_ data: DataArguments, occasions: [String]) throws {
    let found = try NumberColumns(data, names: occasions, for: "compare")
    let measures = try RepeatedMeasures(found.columns.map { ($0.name, $0.values) })
    scores = [Score(name: occasions.joined(separator: ", "), measures: measures)]
    (source, instrument) = (found.source, found.instrument)
    cautions = found.cautions + [Caution.incomplete(measures, of: nil)].compactMap { $0 }
  }

  /// A row for each person and occasion.
  init(
    _ data: DataArguments, scores names: [String], occasion: String, person: String,
    only: [String]?
  ) throws {
    let found = try ComparisonSource(data, scores: names, by: occasion, and: [person])
    let people = found.others[0].levels
    let scores = try found.scores.map { score in
      Score(
        name: score.name,
        measures: try RepeatedMeasures(
          rows: score.values, people: people, occasion: occasion,
          occasions: found.groups.levels, order: found.groups.order,
          only: only?.map(found.groups.called)))
    }
    let stray = zip(people, found.groups.levels).count { $0 == nil || $1 == nil }
    self.scores = scores
    (source, instrument) = (found.source, found.instrument)
    cautions =
      found.cautions + (stray > 0 ? [.stray(stray, person, occasion)] : [])
      + scores.compactMap {
        Caution.incomplete($0.measures, of: scores.count > 1 ? $0.name : nil)
      }
  }
}

extension Caution {
  /// How many people lack an occasion, and which; `nil` where nobody does.
  fileprivate static func incomplete(_ data: RepeatedMeasures, of score: String?) -> Caution? {
    let account = data.account
    guard account.leftOut > 0 else { return nil }
    let lacking = account.missing.map { "\($0.column): \($0.count)" }.joined(separator: ", ")
    return Caution(
      "incomplete-people", about: account.missing.map(\.column),
      """
      \(score.map { "\($0): " } ?? "")\(account.leftOut) of \(account.total) people lack a score on \
      some occasion (\(lacking)) and are left out; \(account.used) with every occasion are compared. \
      Those who stay may differ from those who do not.
      """)
  }

  fileprivate static func stray(_ count: Int, _ person: String, _ occasion: String) -> Caution {
    Caution(
      "stray-rows", about: [person, occasion],
      """
      \(count) \(count == 1 ? "row does" : "rows do") not say '\(person)' or '\(occasion)', and \
      \(count == 1 ? "counts" : "count") for nobody.
      """)
  }
}

import AttuneData
import AttuneInstrument
import AttuneScoring
import AttuneStatistics
import AttuneTables

/// What a plan without a test asks for: reliability, descriptions, an order.
struct PlannedDescription {
  private(set) var tables: [Table] = []
  private(set) var absence: String?
  private(set) var cautions: [Caution] = []

  init(of plan: Plan, in sample: StudySample) {
    let sample = sample.only(when: plan.onlyWhen)
    switch plan.question {
    case .reliability(let scores, let by): reliability(scores, by, in: sample)
    case .describe(let scores, let by): describe(scores, by, plan.counting, in: sample)
    case .rank(let scores, let by): rank(scores, by, in: sample)
    case .compare, .compareWithinPerson, .correlate: break
    }
    if tables.isEmpty { absence = absence ?? "nobody has the scores that it is about" }
  }

  /// The sample, or each group of it.
  private func parts(_ sample: StudySample, _ by: String?) -> [(name: String, StudySample)] {
    guard let by else { return [("", sample)] }
    let (levels, order) = sample.levels(by)
    let found = order.isEmpty ? Set(levels.compactMap { $0 }).sorted() : order
    return found.map { ($0, sample.members(of: $0, in: by)) }
  }

  // MARK: Reliability

  private mutating func reliability(_ names: [String], _ by: String?, in sample: StudySample) {
    let constructs = sample.instrument.constructs.filter { construct in
      names.isEmpty
        ? !construct.isIndex && construct.uses.count > 1 : names.contains(construct.name)
    }
    var outcomes: [(String, Result<Table, Unavailable>)] = []
    for construct in constructs {
      for (group, part) in parts(sample, by) {
        let subject = construct.name + (group.isEmpty ? "" : ", \(group)")
        let result = Result {
          let found = try CronbachAlpha().apply(
            to: try construct.itemScores(in: part).complete(.listwise))
          cautions += found.cautions.map {
            Caution($0.id, about: $0.subjects, "\(subject): \($0.text)")
          }
          return found.tables[0]
        }.mapError { Unavailable("\($0)") }
        outcomes.append((subject, result))
      }
    }
    tables = Table.stacked(outcomes, under: .scale).map { [$0] } ?? []
    if tables.isEmpty { absence = "too few people answered" }
  }

  // MARK: Description

  private mutating func describe(
    _ scores: [String], _ by: String?, _ code: Int?, in sample: StudySample
  ) {
    func values(_ name: String, _ part: StudySample) -> [Double?] { part.scores(name) }
    let items = scores.filter { sample.instrument.item(named: $0) != nil }
    let counted = code == nil ? [] : items
    let measured = scores.filter { !counted.contains($0) }
    let rows = measured.flatMap { score in
      parts(sample, by).map { group, part -> (String, Result<Table, Unavailable>) in
        let range = sample.instrument.item(named: score)?.declaredRange
        let table = Descriptives().apply(
          to: ScoreSample(name: score, values: values(score, part), range: range)
        ).tables[0]
        return (score + (group.isEmpty ? "" : ", \(group)"), .success(table))
      }
    }
    if let table = Table.stacked(rows, under: Column("score", "score", .text)) {
      tables.append(table)
    }
    guard let code, !counted.isEmpty else { return }
    let shares = counted.flatMap { item in
      parts(sample, by).map { group, part -> [Cell] in
        let given = part.share(of: code, in: item).compactMap { $0 }
        let yes = given.reduce(0, +)
        return [
          .text(item), .text(group), .count(given.count), .count(Int(yes)),
          given.isEmpty
            ? .unavailable("nobody answered") : .real(100 * yes / Double(given.count)),
        ]
      }
    }
    let label =
      counted.first.flatMap { sample.instrument.item(named: $0) }?.format.choices
      .first { $0.code == code }?.label ?? "\(code)"
    tables.append(
      Table(
        "counted-answers", title: "Who answered \u{201C}\(label)\u{201D}",
        columns: [
          .item, .group, .cases, Column("count", "answered so", .count),
          Column("percent", "%", .number),
        ], rows: shares))
  }

  // MARK: Order

  /// The scores from the highest mean down, in each group, and how far two groups agree on it.
  private mutating func rank(_ scores: [String], _ by: String?, in sample: StudySample) {
    let parts = parts(sample, by)
    let means = parts.map { _, part in
      scores.map { score -> Double? in
        let values = part.scores(score).compactMap { $0 }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
    }
    let counts = parts.map { _, part in scores.map { part.scores($0).count { $0 != nil } } }
    let rows = scores.indices.flatMap { score in
      parts.indices.map { part -> [Cell] in
        let mean = means[part][score]
        let place = mean.map { mean in means[part].count { ($0 ?? -.infinity) > mean } + 1 }
        let none = Cell.unavailable("nobody has a score")
        return [
          .text(scores[score]), .text(parts[part].name), .count(counts[part][score]),
          mean.map { .real($0) } ?? none, place.map { .count($0) } ?? none,
        ]
      }
    }
    var notes = ["Place 1 has the highest mean. An order says nothing of how far places lie apart."]
    if means.count == 2,
      let pairs = try? Pairs((parts[0].name, means[0]), (parts[1].name, means[1])),
      let tau = try? KendallCorrelation().apply(to: pairs)
    {
      notes.append(
        "The two orders agree with Kendall's tau = \(APAStyle.show(tau.estimate, as: .bounded)).")
    }
    tables = [
      Table(
        "order", title: "Order of the means",
        columns: [
          Column("score", "score", .text), .group, .cases, .mean, Column("place", "place", .count),
        ], rows: rows, notes: notes)
    ]
  }
}

extension Construct {
  /// What alpha is worked out from: its items the right way round, or the scores of its parts.
  func itemScores(in sample: StudySample) -> ItemScores {
    if isComposite {
      return ItemScores(names: uses.map(\.name), columns: uses.map { sample.scores($0.name) })
    }
    let form = sample.submissions.first?.form
    let selection = selection(
      in: sample.instrument, form: sample.instrument.forms.first { $0.name == form })
    return ItemScores(sample.submissions, items: selection.items.map(\.column))
      .selecting(selection)
  }
}

public import AttuneInstrument

/// Turns one person's answers into their score on a construct, by the instrument's own rule.
///
///     reversed answer = lowest + highest - answer     (the item's declared codes)
///     mean            = sum of answered / answered
///     prorated sum    = mean x items
///
/// A score is given only where enough was answered; otherwise the reason why not. Nothing is
/// imputed. On a form, the construct's items are those that the form asks.
///
/// - Sources: person-mean scoring with a minimum answered, Newman (2014),
///   doi:10.1177/1094428114548590.
public struct ConstructScorer: Sendable {
  /// A score, or why there is none.
  public enum Score: Sendable, Hashable {
    case value(Double, answered: Int)
    case tooFewAnswered(answered: Int, needed: Int)
    /// The form that the person took gives no scores, or asks none of the items.
    case notScoredOnForm

    public var value: Double? {
      guard case .value(let value, _) = self else { return nil }
      return value
    }

    /// How many questions were answered; of a composite, how many parts have a score.
    public var answered: Int {
      switch self {
      case .value(_, let answered), .tooFewAnswered(let answered, _): answered
      case .notScoredOnForm: 0
      }
    }
  }

  private let instrument: Instrument
  let construct: Construct
  private let items: [String: Item]
  private let parts: [ConstructScorer]

  public init(_ construct: Construct, of instrument: Instrument) {
    self.instrument = instrument
    self.construct = construct
    let names = Set(construct.uses.map(\.name))
    items = Dictionary(
      instrument.items.filter { names.contains($0.name) }.map { ($0.name, $0) },
      uniquingKeysWith: { first, _ in first })
    parts =
      construct.isComposite
      ? construct.uses.compactMap { use in
        instrument.construct(named: use.name).map { ConstructScorer($0, of: instrument) }
      } : []
  }

  public func score(_ submission: Submission) -> Score {
    let form = submission.form.flatMap { name in instrument.forms.first { $0.name == name } }
    if form?.scoring == Form.Scoring.none { return .notScoredOnForm }
    var rule = construct.rule
    if case .rule(let override) = form?.scoring { rule = override }

    if construct.isComposite {
      let values = parts.compactMap { $0.score(submission).value }
      return combine(values, of: parts.count, by: construct.rule)
    }
    let uses = construct.uses.filter { form?.items.contains($0.name) ?? true }
    guard !uses.isEmpty else { return .notScoredOnForm }
    let values = uses.compactMap { use -> Double? in
      guard let number = submission.answers[use.name]?.value?.number else { return nil }
      return scored(number, use)
    }
    return combine(values, of: uses.count, by: rule)
  }

  /// What an answer is worth on this construct; `nil` where an index does not count it.
  private func scored(_ number: Double, _ use: Construct.Use) -> Double? {
    var number = number
    if use.isReversed {
      guard let range = items[use.name]?.declaredRange else { return nil }
      number = range.lowerBound + range.upperBound - number
    }
    guard let counts = construct.counts else { return number }
    return Int(exactly: number).flatMap { counts[$0] }
  }

  private func combine(_ values: [Double], of count: Int, by rule: ScoreRule) -> Score {
    let needed = max(1, rule.minimum ?? count)
    guard values.count >= needed else {
      return .tooFewAnswered(answered: values.count, needed: needed)
    }
    let sum = values.reduce(0, +)
    let score =
      switch rule.combination {
      case .mean: sum / Double(values.count)
      case .sum: sum
      case .proratedSum: sum / Double(values.count) * Double(count)
      case .count(let code): Double(values.count { $0 == Double(code) })
      }
    return .value(score, answered: values.count)
  }
}

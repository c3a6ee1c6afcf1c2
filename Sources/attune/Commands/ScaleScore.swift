import AttuneData
import AttuneInstrument
import AttuneScoring

/// The score of a scale for each case, and by which rule.
struct ScaleScore {
  let name: String
  let values: [Double?]
  /// The lowest and highest score that could be had, where all items agree on it.
  let range: ClosedRange<Double>?
  /// In words: `Mean of 5 items, all answered`.
  let note: String

  /// By the rule of the instrument's construct, or else the mean of all items.
  init(_ scale: ScaleSource.Scale, of instrument: Instrument?, form: String?) {
    name = scale.name
    let items = scale.selection.items
    guard let instrument, let construct = instrument.construct(named: scale.name) else {
      let scores = scale.scores
      values = (0..<scores.caseCount).map { row -> Double? in
        let values = items.indices.compactMap { scores[row, $0] }
        return values.count == items.count ? values.reduce(0, +) / Double(items.count) : nil
      }
      range = ScoreRule(.mean).range(of: items)
      note = ScoreRule(.mean).words(itemCount: items.count)
      return
    }
    let scorer = ConstructScorer(construct, of: instrument)
    let columns = items.map { ($0.column, scale.answers.column(named: $0.column) ?? []) }
    values = (0..<scale.answers.caseCount).map { row -> Double? in
      var submission = Submission(answers: [:])
      submission.form = form
      for (name, answers) in columns {
        submission.answers[name] = answers[row].map { .value(.number($0)) }
      }
      return scorer.score(submission).value
    }
    let rule = construct.rule(onForm: instrument.forms.first { $0.name == form })
    range = construct.counts == nil ? rule.range(of: items) : nil
    note = rule.words(itemCount: items.count)
  }
}

extension Construct {
  /// The rule that a form may put in place of the construct's own.
  fileprivate func rule(onForm form: Form?) -> ScoreRule {
    if case .rule(let override) = form?.scoring { return override }
    return rule
  }
}

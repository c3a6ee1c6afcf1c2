import AttuneInstrument
import AttuneScoring
import AttuneTables

/// People's answers as SPSS and Stata hold them: codes rather than names, and a variable of its own
/// for each of several choices.
struct VariableTable: Sendable {
  let title: String
  let variables: [Variable]
  let rows: [[VariableValue]]
  let losses: Losses

  private struct Source {
    let variable: Variable
    let value: @Sendable (Submission, Int) -> VariableValue
  }

  init(_ export: ResponseExport) {
    let instrument = export.instrument
    title = "\(instrument.title) \(instrument.version)"
    var losses = Losses()
    let sources = export.columns.flatMap { Self.sources(of: $0, in: instrument, &losses) }
    variables = sources.map(\.variable)
    rows = zip(export.numbers, export.submissions).map { number, submission in
      sources.map { $0.value(submission, number) }
    }
    self.losses = losses
  }

  private static func sources(
    of column: ResponseColumn, in instrument: Instrument, _ losses: inout Losses
  ) -> [Source] {
    switch column.content {
    case .answer(let item): return sources(of: item, column, &losses)
    case .ownWords(let item):
      return [
        source(column.name, column.label, .text, .nominal) { submission, _ in
          guard case .value(.choice(_, let words?)) = submission.answers[item.name] else {
            return .blank
          }
          return .text(words)
        }
      ]
    case .person, .stamp, .minutes, .help, .paper:
      return [
        source(column.name, column.label, .number, column.content == .minutes ? .scale : .nominal) {
          background(column, $0, $1)
        }
      ]
    case .score(let construct): return sources(of: construct, column, in: instrument)
    case .answered(let construct):
      let scorer = ConstructScorer(construct, of: instrument)
      return [
        source(column.name, column.label, .number, .scale) { submission, _ in
          .number(Double(scorer.score(submission).answered))
        }
      ]
    case .form, .role, .begun, .finished, .group:
      return [source(column.name, column.label, .text, .nominal) { background(column, $0, $1) }]
    }
  }

  /// The score, and behind it why there is none.
  private static func sources(
    of construct: Construct, _ column: ResponseColumn, in instrument: Instrument
  ) -> [Source] {
    let scorer = ConstructScorer(construct, of: instrument)
    return [
      source(column.name, column.fullLabel, .number, .scale) { person, _ in
        scorer.score(person).value.map { .number($0) } ?? .blank
      },
      source(
        column.name + "_absent", "Why there is no score: \(construct.title)", .text, .nominal
      ) { person, _ in
        scorer.absence(of: scorer.score(person), for: person).map { .text($0) } ?? .blank
      },
    ]
  }

  private static func background(
    _ column: ResponseColumn, _ submission: Submission, _ number: Int
  ) -> VariableValue {
    switch ResponseExport.background(column, of: submission, number).content {
    case .count(let count): .number(Double(count))
    case .real(let real): .number(real)
    case .text(let text): text.isEmpty ? .blank : .text(text)
    case .unavailable: .blank
    }
  }

  private static func sources(
    of item: Item, _ column: ResponseColumn, _ losses: inout Losses
  ) -> [Source] {
    let name = item.name
    switch item.format {
    case .chooseOne(let choices):
      if choices.contains(where: { $0.name != nil }) {
        losses.add("The short names of choices, such as those in CSV, became numbers with labels.")
      }
      let labels = choices.map { Variable.ValueLabel(code: $0.code, words: $0.words) }
      return [
        source(
          name, column.label, .codes(labels), item.scale == nil ? .nominal : .ordinal,
          hasReasons: true
        ) { submission, _ in
          answer(submission, name) { value in
            if case .choice(let code, _) = value { .number(Double(code)) } else { .blank }
          }
        }
      ]
    case .chooseAny(let choices, _):
      losses.add("Each of several choices is a variable of its own: 1 if it was taken, 0 if not.")
      return choices.map { choice in
        source(
          "\(name)_\(choice.written)", "\(column.label) [\(choice.words)]",
          .codes([.init(code: 0, words: "not taken"), .init(code: 1, words: choice.words)]),
          .nominal, hasReasons: true
        ) { submission, _ in
          answer(submission, name) { value in
            guard case .choices(let codes) = value else { return .blank }
            return .number(codes.contains(choice.code) ? 1 : 0)
          }
        }
      }
    case .number:
      return [
        source(name, column.label, .number, .scale, hasReasons: true) { submission, _ in
          answer(submission, name) { value in
            if case .number(let number) = value { .number(number) } else { .blank }
          }
        }
      ]
    case .date(.day):
      return [
        source(name, column.label, .day, .scale, hasReasons: true) { submission, _ in
          answer(submission, name) { value in
            if case .date(let date) = value, let day = CalendarDay(date) {
              .number(Double(day.sinceUnixEpoch))
            } else {
              .blank
            }
          }
        }
      ]
    case .text, .date:
      losses.add(
        "A missing answer in words, month or year is blank; its reason is in reasons.csv only.")
      return [
        source(name, column.label, .text, .nominal) { submission, _ in
          switch submission.answers[name]?.value {
          case .text(let text)?: .text(text)
          case .date(let date)?: .text(date)
          default: .blank
          }
        }
      ]
    }
  }

  private static func answer(
    _ submission: Submission, _ name: String, _ value: (AnswerValue) -> VariableValue
  ) -> VariableValue {
    switch submission.answers[name] {
    case .value(let answer): value(answer)
    case .missing(let reason): .missing(reason)
    case nil: .missing(.notShown)
    }
  }

  private static func source(
    _ name: String, _ label: String, _ kind: Variable.Kind, _ measure: Variable.Measure,
    hasReasons: Bool = false, _ value: @escaping @Sendable (Submission, Int) -> VariableValue
  ) -> Source {
    Source(
      variable: Variable(
        name: name, label: label, kind: kind, measure: measure, hasReasons: hasReasons),
      value: value)
  }
}

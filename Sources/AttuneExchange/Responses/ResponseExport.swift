public import AttuneInstrument
import AttuneScoring
public import AttuneTables

/// People's answers as two tables of the same shape: the values, and why there is none.
///
/// Named choices are written by name, codes of a scale as numbers, several choices as names between
/// semicolons; a choice's own words stand in a column after it. Every missing answer is blank in
/// `responses`; its reason stands in `reasons`. Where the instrument keeps times to the minute, so
/// do these: `begun_at`, `finished_at`, and `minutes`, blank where the length is not known. Where
/// anybody had help or answered on paper, `help_given` and `from_paper` are 1 for those who did.
///
/// Scores, where they are asked for, stand behind the answers: `rel`, and in `rel_n` how many
/// questions were answered; why there is none stands in `reasons`.
public struct ResponseExport: Sendable {
  public let instrument: Instrument
  public let origin: Origin
  let submissions: [Submission]
  let numbers: [Int]
  private(set) var columns: [ResponseColumn]

  /// Whether everybody's scores go with the answers.
  public var hasScores: Bool { columns.contains { $0.construct != nil } }

  public init(_ submissions: [Submission], of instrument: Instrument, isPractice: Bool) {
    self.init(submissions, of: instrument, origin: isPractice ? .practice : .live)
  }

  /// `numbers` are those of the people, where one person may stand in several files.
  public init(
    _ submissions: [Submission], of instrument: Instrument, origin: Origin, numbers: [Int]? = nil
  ) {
    self.instrument = instrument
    self.origin = origin
    self.submissions = submissions
    self.numbers = numbers ?? Array(1..<submissions.count + 1)
    var columns = [
      ResponseColumn(name: "person", label: "A number for each row", content: .person),
      ResponseColumn(name: "form", label: "The form that was answered", content: .form),
    ]
    if let stamp = origin.column { columns.append(stamp) }
    if !instrument.roles.isEmpty {
      columns.append(
        ResponseColumn(name: "role", label: "The role they answered in", content: .role))
    }
    if instrument.timesKept == .minute {
      columns += [
        ResponseColumn(name: "begun_at", label: "When they began", content: .begun),
        ResponseColumn(name: "finished_at", label: "When they finished", content: .finished),
        ResponseColumn(name: "minutes", label: "How many minutes it took", content: .minutes),
      ]
    }
    if submissions.contains(where: \.isHelpGiven) {
      columns.append(
        ResponseColumn(
          name: "help_given", label: "Whether somebody read aloud or typed for the person: 1 = yes",
          content: .help))
    }
    if submissions.contains(where: \.isFromPaper) {
      columns.append(
        ResponseColumn(
          name: "from_paper", label: "Whether the answers were typed in from paper: 1 = yes",
          content: .paper))
    }
    columns += Set(submissions.flatMap(\.settings.keys)).sorted().map { name in
      ResponseColumn(
        name: name, label: instrument.group(named: name)?.title ?? name, content: .group)
    }
    self.columns = columns + ResponseColumn.answers(of: instrument)
  }

  /// The same, with everybody's score on every construct behind the answers.
  public func withScores() -> ResponseExport {
    guard !hasScores else { return self }
    var export = self
    export.columns += ResponseColumn.scores(of: instrument, apartFrom: columns.map(\.name))
    return export
  }

  public var responses: String { DelimitedRenderer.data.render(responseTable) }
  public var reasons: String { DelimitedRenderer.data.render(reasonTable) }

  /// How many rows there are.
  public var count: Int { submissions.count }

  public var responseTable: Table {
    table("responses", "Responses") { column, answer in
      guard let value = answer?.value else { return .text("") }
      return Self.cell(value, column)
    } score: { column, scorer, submission in
      submission.cell(in: column, by: scorer)
    }
  }

  public var reasonTable: Table {
    table("reasons", "Why answers are missing") { _, answer in
      switch answer {
      case .value: .text("")
      case .missing(let reason): .text(reason.name)
      case nil: .text(MissingReason.notShown.name)
      }
    } score: { column, scorer, submission in
      guard case .score = column.content else { return .text("") }
      return .text(scorer.absence(of: scorer.score(submission), for: submission) ?? "")
    }
  }

  private func table(
    _ id: String, _ title: String, _ cell: (ResponseColumn, Answer?) -> Cell,
    score: (ResponseColumn, ConstructScorer, Submission) -> Cell
  ) -> Table {
    let scorers = columns.map { $0.construct.map { ConstructScorer($0, of: instrument) } }
    let rows = zip(numbers, submissions).map { number, submission in
      zip(columns, scorers).map { column, scorer -> Cell in
        if let scorer { return score(column, scorer, submission) }
        if let item = column.item { return cell(column, submission.answers[item.name]) }
        return Self.background(column, of: submission, number)
      }
    }
    return Table(
      id, title: title,
      columns: columns.map { Column($0.name, $0.name, $0.isCount ? .count : .text) }, rows: rows)
  }

  static func background(
    _ column: ResponseColumn, of submission: Submission, _ number: Int
  ) -> Cell {
    switch column.content {
    case .person: .count(number)
    case .form: .text(submission.form ?? "full")
    case .stamp: .count(1)
    case .role: .text(submission.role ?? "")
    case .begun: .text(submission.times?.begun ?? "")
    case .finished: .text(submission.times?.finished ?? "")
    case .minutes: submission.times?.minutes.map { .count($0) } ?? .text("")
    case .help: .count(submission.isHelpGiven ? 1 : 0)
    case .paper: .count(submission.isFromPaper ? 1 : 0)
    case .group: .text(submission.settings[column.name] ?? "")
    case .answer, .ownWords, .score, .answered: .text("")
    }
  }

  private static func cell(_ value: AnswerValue, _ column: ResponseColumn) -> Cell {
    func written(_ code: Int) -> String? {
      column.item?.format.choices.first { $0.code == code }?.name
    }
    switch value {
    case .choice(_, let words) where column.isOwnWords: return .text(words ?? "")
    case .choice(let code, _): return written(code).map { .text($0) } ?? .count(code)
    case .choices(let codes):
      return .text(codes.map { written($0) ?? String($0) }.joined(separator: ";"))
    case .number(let number):
      return Int(exactly: number).map { .count($0) } ?? .real(number)
    case .text(let text): return .text(text)
    case .date(let date): return .text(date)
    }
  }
}

extension ResponseColumn {
  fileprivate var isOwnWords: Bool { if case .ownWords = content { true } else { false } }
}

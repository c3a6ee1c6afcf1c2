import AttuneInstrument
import AttuneScoring
import AttuneTables
import Foundation

extension ReportComposer {
  /// The same results for the people who answered: short words, the same numbers, the same hiding.
  public var summary: StudyReport {
    var report = StudyReport(
      title: "What people told us", subtitle: subject.title,
      banners: subject.banners + (subject.view == .team ? [subject.view.sentences[0]] : []))
    let summary = ParticipantSummary(report: self)
    report.add(
      "What we asked",
      summary.care + [
        .paragraph("We asked people about these things:"),
        .list(instrument.constructs.filter { !$0.isComposite }.map(\.title)),
      ])
    report.add("Who answered, and who did not", summary.people.map { .paragraph($0) })
    report.add("What people said", summary.said)
    report.add("What we found, and how sure we are", summary.found)
    report.add("What we could not tell", summary.untold)
    report.add(
      "What happens next",
      [.paragraph("[The team writes here what will change because of the answers, and when.]")])
    if !summary.support.isEmpty { report.add(Self.support, summary.support) }
    return report
  }
}

extension ReportComposer {
  fileprivate static let support = "If you would like to talk to someone"
}

/// The parts of the summary for participants.
///
/// The words are to be read at the age of 9 to 11: a Flesch-Kincaid grade of at most 6 (Kincaid et
/// al. 1975), worked out by tests and, beside textstat, by `make check-report`.
struct ParticipantSummary {
  let report: ReportComposer

  private var instrument: Instrument { report.instrument }

  // MARK: Support

  /// Said before anything that may be hard to read.
  var care: [StudyReport.Block] {
    let end = support.isEmpty ? "" : " The last part says who you can talk to."
    return [.paragraph("Some of this may be hard to read. You can stop at any time.\(end)")]
  }

  /// Who can be talked to, wherever the reader lives.
  var support: [StudyReport.Block] {
    var blocks: [StudyReport.Block] = []
    var contacts: [String] = []
    for line in instrument.support.lines {
      switch line {
      case .words(let text):
        let words = text.filled { _ in nil }.trimmingCharacters(in: .whitespaces)
        if !contacts.isEmpty { blocks.append(.list(contacts)) }
        contacts = []
        if !words.isEmpty { blocks.append(.paragraph(words)) }
      case .contact(let text, _):
        contacts.append(text.filled { _ in nil }.trimmingCharacters(in: .whitespaces))
      }
    }
    return blocks + (contacts.isEmpty ? [] : [.list(contacts)])
  }

  // MARK: Who answered

  var people: [String] {
    let view = report.subject.view
    let start =
      switch report.counts["people"] {
      case .hidden: "A few people answered. We do not say how many, so that no one can be known."
      case .shown(let count): "\(view.isRounded ? "About \(count)" : "\(count)") people answered."
      }
    return [
      "\(start) Thank you.",
      "Some people could not be asked. Some did not want to answer. It is hard to reach people who "
        + "have left a service. So this is not what everyone thinks.",
    ]
  }

  // MARK: What people said

  var said: [StudyReport.Block] {
    let lines = instrument.constructs.filter { !$0.isComposite }.compactMap(average(of:))
    guard !lines.isEmpty else {
      return [.paragraph("Too few people answered for us to show what they said.")]
    }
    return [
      .paragraph("An average sums up many answers in one number. People can differ a lot."),
      .list(lines),
    ]
  }

  private func average(of construct: Construct) -> String? {
    guard let described = report.described(construct.name) else { return nil }
    let mean = described.mean
    let range = construct.range(in: instrument).map {
      " It can be from \($0.lowerBound.plain) to \($0.upperBound.plain)."
    }
    let nearest = nearestAnswer(to: mean, construct).map {
      " That is closest to \u{201C}\($0)\u{201D}."
    }
    let higher = construct.higherMeans.map { " A higher number means: \($0)." }
    return "\(construct.title): the average is "
      + report.precision(of: construct.name, described.values.count).shown(mean) + "."
      + [range, nearest, higher].compactMap { $0 }.joined()
  }

  /// In the words that people chose from; `nil` where the score is not on their scale.
  private func nearestAnswer(to mean: Double, _ construct: Construct) -> String? {
    guard construct.counts == nil, case .mean = construct.rule.combination,
      let choices = construct.uses.first.flatMap({ instrument.item(named: $0.name) })?
        .format.choices
    else { return nil }
    return choices.min {
      abs(Double($0.code) - mean) < abs(Double($1.code) - mean)
    }?.label
  }

  // MARK: What was found

  var found: [StudyReport.Block] {
    let plans = PlanPart(report: report)
    let lines = byPlan { test -> String? in
      guard plans.shows(test), let words = words(test) else { return nil }
      return words + (test.rests ? "" : " But not every way to work it out says the same.")
    }.map { title, words, _ in "\(title) \(words.joined(separator: " "))" }
    guard !lines.isEmpty else {
      let isAnyShown = planned.flatMap(\.tests).contains { plans.shows($0) }
      return [
        .paragraph(
          isAnyShown
            ? "We did not find a clear answer to what we planned to look at."
            : "Too few people answered for us to say.")
      ]
    }
    return [.list(lines)]
  }

  /// What a test lets be said; `nil` where that is not known.
  private func words(_ test: PlannedAnalysis.Test) -> String? {
    let sure: String
    switch test.conclusion {
    case .matters: sure = "We are fairly sure of it, and it is big enough to matter."
    case .differs:
      sure = "We are fairly sure of it. We do not know if it is big enough to matter."
    case .tooSmallToMatter: sure = "We are fairly sure of it, but it is too small to matter."
    case .same: return "\(averages(test)) They are about the same."
    case .overall: return "\(averages(test)) They are not all alike."
    case .goTogether, .goOpposite: return together(test)
    case .couldNotTell, .samenessNotShown, .describedOnly, .notAvailable, .noClaim:
      return nil
    }
    if case .oneGroup(let score, let by, let level, let value) = test.trial.subject,
      let figures = try? test.result.figures.get()
    {
      let side = figures.estimate > 0 ? "above" : "below"
      return "\u{201C}\(report.names.plainLevel(level, of: by))\u{201D}: the average for "
        + "\u{201C}\(report.names.plainScore(score))\u{201D} is \((value + figures.estimate).shown). "
        + "That is \(side) \(value.plain). \(sure)"
    }
    return "\(averages(test)) There is a difference. \(sure)"
  }

  // "People in contact": 3.62. "People not in contact now": 3.04.
  private func averages(_ test: PlannedAnalysis.Test) -> String {
    switch test.trial.subject {
    case .groups(let score, let by):
      let isCounted = test.trial.countsAnswers(to: score, in: instrument)
      let groups = test.result.groups.map { group in
        let precision = report.precision(of: isCounted ? "" : score, group.n)
        let number =
          isCounted
          ? "\(Int((100 * precision.rounded(group.mean)).rounded()))"
          : precision.shown(group.mean)
        return "\u{201C}\(report.names.plainLevel(group.name, of: by))\u{201D}: \(number)."
      }
      if isCounted {
        let answer = report.names.answer(test.plan.counting ?? 1, to: score)
        return "Out of 100 people, so many said \(answer). " + groups.joined(separator: " ")
      }
      return "The averages for \u{201C}\(report.names.plainScore(score))\u{201D} are these. "
        + groups.joined(separator: " ")
    case .within:
      let scores = test.result.groups.map {
        "\(report.names.plainScore($0.name)): "
          + report.precision(of: $0.name, $0.n).shown($0.mean) + "."
      }
      return "The averages are these. " + scores.joined(separator: " ")
    case .oneGroup, .pair: return ""
    }
  }

  private func together(_ test: PlannedAnalysis.Test) -> String? {
    guard case .pair(let first, let second) = test.trial.subject else { return nil }
    let side = test.conclusion == .goTogether ? "higher" : "lower"
    return "People with a higher score for \u{201C}\(report.names.plainScore(first))\u{201D} more "
      + "often had a \(side) score for \u{201C}\(report.names.plainScore(second))\u{201D}. We are "
      + "fairly sure of it. It does not show that one is why the other is so."
  }

  // MARK: What could not be told

  var untold: [StudyReport.Block] {
    let open = titles { $0 == .couldNotTell || $0 == .samenessNotShown }
    let small = titles { $0 == .describedOnly }
    let others = titles { $0 == .notAvailable }
    var blocks: [StudyReport.Block] = []
    func add(_ start: String, _ titles: [String]) {
      if !titles.isEmpty { blocks += [.paragraph(start), .list(titles)] }
    }
    add("For these we could not tell. That does not mean that the answer is no.", open)
    add("For these too few people answered. We do not say, so that no one can be known.", small)
    add("These we could not work out.", others)
    if blocks.isEmpty {
      blocks.append(.paragraph("We could say something about each main question."))
    }
    if !report.analysis.answers(of: .exploratory).isEmpty {
      blocks.append(
        .paragraph("We looked at some other things too. What we saw there may be by chance."))
    }
    return blocks
  }

  /// The questions of which a conclusion holds, each with what it holds of, where not of all.
  private func titles(_ isSo: (Conclusion) -> Bool) -> [String] {
    let plans = PlanPart(report: report)
    return byPlan { isSo(plans.shows($0) ? $0.conclusion : .describedOnly) ? subject($0) : nil }
      .map { title, subjects, isAll in
        isAll ? title : "\(title) (\(subjects.joined(separator: "; ")))"
      }
  }

  private var planned: [PlannedAnalysis.Answer] {
    report.analysis.answers(of: .primary) + report.analysis.answers(of: .secondary)
  }

  /// What is said of the tests of each plan together, and whether it is said of all of them.
  private func byPlan(
    _ say: (PlannedAnalysis.Test) -> String?
  ) -> [(title: String, said: [String], isAll: Bool)] {
    planned.compactMap { answer in
      let said = answer.tests.compactMap(say)
      return said.isEmpty ? nil : (answer.plan.title, said, said.count == answer.tests.count)
    }
  }

  private func subject(_ test: PlannedAnalysis.Test) -> String {
    switch test.trial.subject {
    case .groups(let score, _): report.names.plainScore(score)
    case .oneGroup(_, let by, let level, _): report.names.plainLevel(level, of: by)
    case .pair(let first, let second):
      "\(report.names.plainScore(first)), \(report.names.plainScore(second))"
    case .within(let scores): scores.map { report.names.plainScore($0) }.joined(separator: ", ")
    }
  }
}

extension PlannedAnalysis.Test {
  /// Whether the tests beside it and the same test on other terms say the same.
  fileprivate var rests: Bool {
    guard let figures = try? result.figures.get() else { return true }
    let isFound = figures.pValue < trial.errorRate
    let companionsAgree =
      figures.bounds != nil
      || result.companions.allSatisfy { ($0.pValue < trial.errorRate) == isFound }
    return companionsAgree && sensitivity.allSatisfy { $0.agrees != false }
  }
}

import AttuneInstrument
import AttuneTables

extension ReportComposer {
  /// The same results for the people who answered: short words, the same numbers, the same hiding.
  public var summary: StudyReport {
    var report = StudyReport(
      title: "What people told us", subtitle: subject.title,
      banners: subject.banners + (subject.view == .team ? [subject.view.sentences[0]] : []))
    let instrument = subject.instrument
    report.add(
      "What we asked",
      [
        .paragraph("We asked people about these things:"),
        .list(instrument.constructs.filter { !$0.isComposite }.map(\.title)),
      ])
    let people =
      switch counts["people"] {
      case .hidden: "A few people answered. We do not say how many, so that nobody can be known."
      case .shown(let count):
        "\(subject.view.isRounded ? "About \(count)" : "\(count)") people answered. Thank you."
      }
    report.add(
      "Who answered, and who did not",
      [
        .paragraph(people),
        .paragraph(
          "Some people could not be asked, or did not want to answer. People who have left a service "
            + "are the hardest to reach. So these answers are not from everyone."),
      ])
    report.add("What people said", [.list(said)])
    let (differed, unclear) = findings
    report.add(
      "What differed, and how sure we are",
      [
        differed.isEmpty
          ? .paragraph("We did not find a clear difference in what we planned to look at.")
          : .list(differed)
      ])
    report.add(
      "What we could not tell",
      unclear.isEmpty
        ? [.paragraph("We could tell something about each main question.")]
        : [
          .paragraph("For these we could not tell. That does not mean the answer is no."),
          .list(unclear),
        ])
    report.add(
      "What happens next",
      [.paragraph("The team writes here what will change because of the answers, and when.")])
    return report
  }

  /// The answer that a mean lies closest to, in the words that people chose from.
  private var said: [String] {
    subject.instrument.constructs.filter { !$0.isComposite && !$0.isIndex }.compactMap {
      construct in
      let values = subject.sample.scores(construct.name).compactMap { $0 }
      guard mayDescribe("scored/\(construct.name)", values.count),
        let choices = construct.uses.first.flatMap({ subject.instrument.item(named: $0.name) })?
          .format.choices,
        case .mean = construct.rule.combination,
        let nearest = choices.min(by: { left, right in
          let mean = values.reduce(0, +) / Double(values.count)
          return abs(Double(left.code) - mean) < abs(Double(right.code) - mean)
        })
      else { return nil }
      let meaning = construct.higherMeans.map { " A higher score means \($0)." } ?? ""
      return
        "\(construct.title): on average, answers came closest to \u{201C}\(nearest.label)\u{201D}."
        + meaning
    }
  }

  private var findings: (differed: [String], unclear: [String]) {
    var (differed, unclear): ([String], [String]) = ([], [])
    for answer in analysis.answers(of: .primary) + analysis.answers(of: .secondary) {
      for test in answer.tests {
        let title =
          answer.plan.title + (answer.tests.count > 1 ? " (\(test.subject))" : "")
        switch test.conclusion {
        case .matters: differed.append("\(title) Yes, and it is big enough to matter.")
        case .differs:
          differed.append("\(title) Yes. We do not know if it is big enough to matter.")
        case .tooSmallToMatter:
          differed.append("\(title) Only a little: too little to matter.")
        case .same: differed.append("\(title) Yes: they are about the same.")
        case .goTogether, .goOpposite, .overall:
          differed.append("\(title) Yes.")
        case .couldNotTell, .samenessNotShown, .describedOnly, .notAvailable:
          unclear.append(title)
        case .noClaim: break
        }
      }
    }
    var seen: Set<String> = []
    return (differed, unclear.filter { seen.insert($0).inserted })
  }
}

import AttuneInstrument
import AttuneTables

/// The answers to all questions of a construct together, and to each that has no hidden count.
struct PicturePart {
  let report: ReportComposer

  func blocks(of construct: Construct) -> [StudyReport.Block] {
    let items = construct.uses.compactMap { use in
      report.instrument.item(named: use.name).map { (item: $0, isReversed: use.isReversed) }
    }
    guard let all = items.first?.item.format.choices,
      items.allSatisfy({ $0.item.format.choices.map(\.code) == all.map(\.code) })
    else { return [] }
    let (drawn, aside) = Self.scale(all, construct)
    guard drawn.count > 1 else { return [] }
    func row(_ label: String, _ name: String) -> ResponsePicture.Row? {
      let shown = drawn.compactMap { choice -> Int? in
        if case .shown(let count) = report.counts["\(name)/\(choice.code)"] { count } else { nil }
      }
      return shown.count == drawn.count ? .init(label, counts: shown) : nil
    }
    let rows =
      [row("All questions together", "together/\(construct.name)")]
      + items.map { item, isReversed in
        row("\(item.name)\(isReversed ? " (reversed)" : ""): \(item.words)", "item/\(item.name)")
      }
    let shown = rows.compactMap { $0 }
    guard !shown.isEmpty else { return [] }
    let picture = ResponsePicture(
      title: "Answers: \(construct.title)", answers: drawn.map(\.label), rows: shown)
    var how = ["In \u{201C}all questions together\u{201D} answers are counted, not people."]
    if construct.uses.contains(where: \.isReversed) {
      how[0] += " There, reversed questions are turned round; alone, they are drawn as answered."
    }
    if report.subject.view.isRounded {
      how.append(
        "Each count is rounded, so that their n may be a little different from that above.")
    }
    if shown.count < rows.count {
      how.append("A question is not drawn alone where one of its counts is hidden.")
    }
    if !aside.isEmpty {
      let names = aside.map { "\u{201C}\($0.label)\u{201D}" }.joined(separator: ", ")
      how.append("Not drawn, because it does not count in the score: \(names).")
    }
    return [.picture(picture), .paragraph(how.joined(separator: " "))]
  }

  /// The answers from the lowest to the highest in worth, those that a score counts last, and those that have none.
  private static func scale(
    _ choices: [Choice], _ construct: Construct
  ) -> (drawn: [Choice], aside: [Choice]) {
    if let counted = construct.countedCode {
      return (choices.filter { $0.code != counted } + choices.filter { $0.code == counted }, [])
    }
    guard let counts = construct.counts else {
      return (choices.sorted { $0.code < $1.code }, [])
    }
    return (
      choices.filter { counts[$0.code] != nil }
        .sorted { (counts[$0.code] ?? 0) < (counts[$1.code] ?? 0) },
      choices.filter { counts[$0.code] == nil }
    )
  }
}

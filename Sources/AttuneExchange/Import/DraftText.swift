/// An instrument's text, and what its columns are called now.
public struct DraftText: Sendable {
  public let text: String
  /// The names of the items, by what they are called in the file.
  public let names: [String: String]
  /// The names of answers, by what they and their item are called in the file, where they changed.
  public let answers: [String: [String: String]]
  public let losses: Losses

  public init(_ draft: InstrumentDraft) {
    var writer = DraftWriter(draft: draft)
    writer.write()
    text = writer.lines.joined(separator: "\n") + "\n"
    names = writer.names
    answers = writer.answers
    losses = writer.losses
  }
}

private struct DraftWriter {
  let draft: InstrumentDraft
  var lines: [String] = []
  var names: [String: String] = [:]
  var answers: [String: [String: String]] = [:]
  var losses: Losses

  private var scales: [[InstrumentDraft.Choice]: String] = [:]

  init(draft: InstrumentDraft) {
    self.draft = draft
    losses = draft.losses
  }

  mutating func write() {
    var settled = DraftNames()
    for item in draft.sections.flatMap(\.items) where names[item.name] == nil {
      let name = settled.settle(item.name)
      names[item.name] = name
      if name != item.name { losses.add("'\(item.name)' is called '\(name)' now.") }
    }
    for question in draft.questionableAnswers() { losses.add(question) }
    head()
    writeScales(&settled)
    for section in draft.sections where !section.items.isEmpty { write(section, &settled) }
    for construct in draft.constructs { write(construct, &settled) }
  }

  private mutating func head() {
    var instrumentNames = DraftNames()
    let name = instrumentNames.settle(draft.name, orElse: "imported")
    lines += [
      "# Brought in from another program's file. Read every line before anybody is asked.",
      "instrument \(name): \(filled(draft.title, "a title"))",
      "  version: \(draft.version)", "  status: draft, unvalidated",
      "  language: \(draft.language)",
      "  author: \(filled(draft.author, "who made these questions"))",
      "  licence: \(filled(draft.licence, "who may use them, and how"))",
    ]
    lines += draft.sources.map { "  source: \($0.asInstrumentWords)" }
    lines += ["", "information: About this"]
    lines += draft.information.map { "  > \($0.asInstrumentWords)" }
    if draft.information.isEmpty {
      lines += [
        "  > {team} would like to hear [write here: about what, and what the answers will help]."
      ]
    }
    lines += [
      "  > You can skip any question, take a break, or stop.",
      "  > You can ask us anything: {contact}.", "", "consent: Taking part",
      "  must agree taking_part: I have read this, or had it read to me, and I want to take part.",
      "", "support: If this brings things up",
      "  contact: [write here: a helpline, its number, and when it is open]",
    ]
  }

  private func filled(_ words: String, _ what: String) -> String {
    let words = words.asInstrumentWords
    return words.isEmpty ? "[write here: \(what)]" : words
  }

  private mutating func writeScales(_ settled: inout DraftNames) {
    for item in draft.sections.flatMap(\.items) {
      guard case .chooseOne(let choices) = item.answer, isScale(choices), scales[choices] == nil
      else { continue }
      let name = settled.settle("scale\(scales.count + 1)")
      scales[choices] = name
      lines += ["", "scale \(name)"]
      lines += choices.map { "  \($0.key) = \(filled($0.words, "what \($0.key) means"))" }
    }
  }

  private func isScale(_ choices: [InstrumentDraft.Choice]) -> Bool {
    choices.allSatisfy { Int($0.key) != nil }
  }

  private mutating func write(
    _ section: InstrumentDraft.Section, _ settled: inout DraftNames
  ) {
    let title = filled(section.title, "what this part is about")
    lines += ["", "section \(settled.settle("part_" + section.title, orElse: "part")): \(title)"]
    lines += section.paragraphs.map { "  > \($0.asInstrumentWords)" }.filter { $0 != "  > " }
    for item in section.items { write(item) }
  }

  private mutating func write(_ item: InstrumentDraft.Item) {
    let name = names[item.name] ?? item.name
    lines.append("item \(name): \(filled(item.words, "the question of \(name)"))")
    if let (other, answer) = item.showWhen {
      lines.append("  show when: \(names[other] ?? other) is \(answer)")
    }
    switch item.answer {
    case .chooseOne(let choices):
      if isScale(choices) {
        lines.append("  answer: \(scales[choices] ?? "number")")
      } else {
        lines.append("  answer: choose one")
        write(choices, of: item)
      }
    case .chooseAny(let choices):
      lines.append("  answer: choose any")
      write(choices, of: item)
    case .number(let low?, let high?):
      lines.append("  answer: number \(plain(low)) to \(plain(high))")
    case .number: lines.append("  answer: number")
    case .slider(let low, let high, let left, let right):
      lines += [
        "  answer: slider \(plain(low)) to \(plain(high))",
        "  left: \(filled(left, "what \(plain(low)) means"))",
        "  right: \(filled(right, "what \(plain(high)) means"))",
      ]
    case .text(let severalLines):
      lines.append("  answer: text, \(severalLines ? "several lines" : "one line")")
    case .date(let precision): lines.append("  answer: date, \(precision)")
    }
    if !item.unit.isEmpty { lines.append("  unit: \(item.unit.asInstrumentWords)") }
    if !item.offered.isEmpty { lines.append("  offer: \(item.offered.joined(separator: ", "))") }
    if !item.help.isEmpty { lines.append("  help: \(item.help.asInstrumentWords)") }
  }

  private mutating func write(_ choices: [InstrumentDraft.Choice], of item: InstrumentDraft.Item) {
    var settled = DraftNames()
    for choice in choices {
      let key = settled.settle(choice.key, orElse: "answer")
      if key != choice.key {
        losses.add("The answer '\(choice.key)' is called '\(key)' now.")
        answers[item.name, default: [:]][choice.key] = key
      }
      lines.append("  \(key) = \(filled(choice.words, "the words of \(key)"))")
    }
  }

  private mutating func write(
    _ construct: InstrumentDraft.Construct, _ settled: inout DraftNames
  ) {
    let items = construct.items.compactMap { names[$0] }
    let reversed = construct.reversed.compactMap { names[$0] }
    guard !items.isEmpty || !reversed.isEmpty else { return }
    lines += [
      "", "construct \(settled.settle(construct.name)): \(filled(construct.title, "a title"))",
    ]
    if !items.isEmpty { lines.append("  uses: \(items.joined(separator: ", "))") }
    if !reversed.isEmpty { lines.append("  uses reversed: \(reversed.joined(separator: ", "))") }
    lines.append("  score: \(construct.rule), all answered")
  }
}

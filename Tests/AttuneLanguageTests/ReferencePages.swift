import AttuneDiagnostics
import AttuneLanguage

/// The pages of `docs/reference`, written from what the compiler knows.
enum ReferencePages {
  private static let notice = """
    <!-- Written by ReferencePageTests from the compiler's own tables. To write it anew:
         ATTUNE_RECORD=1 swift test --filter ReferencePageTests -->
    """

  // MARK: The language

  static var language: String {
    var blocks = [
      "# Every word of the language", notice,
      """
      A file is plain text, and each line says one thing. A **heading** begins a block; the lines \
      under it belong to it until the next heading. Under a heading stand **details** (a word, a \
      colon and what it says), **answers to choose from** (`1 = Agree`), **words to read** \
      (`> Thank you.`) and **comments** (`# a note for the team`). Blank lines and spaces at the \
      start of a line mean nothing.
      """,
      """
      To learn by doing, read [Writing an instrument](../guide/writing-an-instrument.md). What I \
      say about a file that needs a change stands in [Every check](checks.md).
      """,
      "## Blocks of an instrument",
    ]
    let headings = Keyword.headings(of: .instrument)
    blocks.append(table("Block", "What it does", headings))
    for heading in headings { blocks += page(of: heading) }
    let study = Keyword.headings(of: .study)
    blocks += [
      "## Blocks of a study",
      "A study is the team's own part, in a `.study` file of its own.",
      table("Block", "What it does", study),
    ]
    for heading in study where !headings.contains(heading) { blocks += page(of: heading) }
    blocks += [
      "## Blocks of a translation",
      """
      A translation stands beside its instrument, in a file such as `being_met.cy.translation`. \
      `attune translate` writes it, with a blank line for every text. Its first block says what it \
      is; the others mirror those of the instrument that have words to read.
      """,
    ]
    let translation = Keyword.headings(of: .translation)
    blocks.append(table("Block", "What it does", translation))
    for heading in translation where !headings.contains(heading) { blocks += page(of: heading) }
    blocks += [
      """
      In every block each text stands twice: after `was` in the instrument's words, and below that \
      in the other language. A title stands in a line of its own, after `title:`; words to read \
      stand after `read:`.
      """,
      """
          item heard
            was ask: My worker listens to me.
            ask: Mae fy ngweithiwr yn gwrando arna i.
            was 1 = Disagree
            1 = Anghytuno
      """,
      "## The block of a lock",
      """
      A lock stands beside its instrument, in a file such as `being_met.lock`. `attune freeze` \
      writes it, and nobody has to: it says which questions and plans were agreed before answers \
      were seen.
      """,
    ]
    for heading in Keyword.headings(of: .lock) { blocks += page(of: heading) }
    let design = Keyword.headings(of: .design)
    blocks += [
      "## Blocks of a design",
      """
      A design says what made-up people are like, in a file such as `being_met_trial.design`. \
      `attune simulate` and `attune power` read it with the instrument whose names it uses; \
      [Made-up people](../simulation.md) says by which model it becomes answers. Nothing in it is \
      about real people.
      """,
      table("Block", "What it does", design),
    ]
    for heading in design { blocks += page(of: heading) }
    blocks += [
      "## Conditions",
      """
      A condition asks about earlier answers, after `show when:`, `only when:`, `contact when` or \
      `north when:`. Where there is no answer it is not known whether a comparison holds, and what \
      stands after `show when:` is shown only where the condition is known to hold.
      """,
      table("Words", "When it holds", Keyword.relations),
      "These names can be asked about besides items:",
      table("Name", "What it is", Keyword.subjects),
      "## Words in braces",
      """
      In words that people read, a name between braces is filled in: an item, a term, or one of \
      these. `{heard or not said}` gives the words for when there is no answer. A brace itself is \
      written twice.
      """,
      table("Insert", "What stands there", Keyword.inserts),
    ]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func page(of heading: Keyword) -> [String] {
    let details = Keyword.details(of: heading.spelling)
    var blocks = [
      "### \(heading.spelling)", heading.summary, "    \(heading.example)",
      table("Line", "What it does", details),
    ]
    for detail in details {
      let values = Keyword.values(of: detail.spelling, in: heading.spelling)
      guard !values.isEmpty else { continue }
      blocks += ["After `\(detail.spelling):`", table("Value", "What it means", values)]
    }
    return blocks
  }

  private static func table(_ first: String, _ second: String, _ words: [Keyword]) -> String {
    (["| \(first) | \(second) |", "|---|---|"]
      + words.map { "| `\($0.example)` | \(escaped($0.summary)) |" }).joined(separator: "\n")
  }

  // MARK: The checks

  static var checks: String {
    let counts = Finding.Level.allCases.map { level in
      "\(Explanation.all.count { $0.levels.first == level }) \(level.rawValue)"
    }
    var blocks = [
      "# Every check", notice,
      """
      `attune check FILE` reads a file and tells what it finds; `attune explain A210` prints one \
      of these texts. There are \(Explanation.all.count): \(counts.joined(separator: ", ")).
      """,
      """
      **must fix**: the questionnaire cannot be asked like this. **please check**: it can, and \
      somebody should look; fix it, or keep it and say why in the file \
      (`accept: A403 because the group kept this wording on purpose`). **suggestion**: something \
      to think about, with `attune check --advice`.
      """,
    ]
    for explanation in Explanation.all {
      let levels = explanation.levels.map(\.rawValue).joined(separator: " or ")
      blocks += ["## \(explanation.code)", "**\(escaped(explanation.title))** (\(levels))"]
      if !explanation.text.isEmpty { blocks.append(prose(explanation.text)) }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// The teaching text; examples in it are indented, as Markdown wants them.
  private static func prose(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("    ") ? String($0) : escaped(String($0)) }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\*_<>#|".contains($0) ? ["\\", $0] : [$0] })
  }
}

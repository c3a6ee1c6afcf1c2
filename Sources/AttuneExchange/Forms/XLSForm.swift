public import AttuneInstrument
import AttuneTables

/// An instrument as an XLSForm, which ODK, Kobo and SurveyCTO ask.
///
/// After the XLSForm reference, <https://xlsform.org/en/ref-table/>.
public struct XLSForm: Sendable {
  public let workbook: Workbook
  public let losses: Losses

  public init(_ instrument: Instrument) {
    var writer = Writer(instrument: instrument)
    writer.write()
    losses = writer.losses
    func sheet(_ name: String, _ columns: [String], _ rows: [[String]]) -> Workbook.Sheet {
      Workbook.Sheet(
        Table(
          name, title: name, columns: columns.map { Column($0, $0, .text) },
          rows: rows.map { $0.map(Cell.text) }), layout: .data)
    }
    workbook = Workbook([
      sheet(
        "survey",
        [
          "type", "name", "label", "hint", "required", "relevant", "constraint", "appearance",
          "parameters",
        ], writer.survey),
      sheet("choices", ["list_name", "name", "label"], writer.choices),
      sheet(
        "settings", ["form_title", "form_id", "version"],
        [[instrument.title.forForm, instrument.name, instrument.version]]),
    ])
  }

  private struct Writer {
    let instrument: Instrument
    var losses = Losses()
    var survey: [[String]] = []
    var choices: [[String]] = []
    private var lists: [[String]: String] = [:]
    private var known: Set<String> = []
    private var noteCount = 0

    init(instrument: Instrument) { self.instrument = instrument }

    mutating func write() {
      let carried = CarriedItems(instrument, &losses)
      known = carried.names
      for passage in instrument.information {
        passage.paragraphs.forEach { note($0.text.asRead) }
      }
      for statement in instrument.consent.statements {
        row(
          "acknowledge", "consent_" + statement.name, statement.text.asRead,
          required: statement.isNeeded)
      }
      for part in carried.parts { write(part) }
      for line in instrument.support.lines {
        switch line {
        case .words(let text), .contact(let text, _): note(text.asRead)
        }
      }
      for passage in instrument.debrief { passage.paragraphs.forEach { note($0.text.asRead) } }
    }

    private mutating func write(_ part: CarriedItems.Part) {
      let section = part.section
      row(
        "begin group", "part_of_" + section.name, section.title,
        relevant: relevance(section.showWhen, of: section.name))
      for paragraph in section.paragraphs { note(paragraph.text.asRead) }
      for item in part.items { write(item, in: section) }
      row("end group", "", "")
    }

    private mutating func write(_ item: Item, in section: Section) {
      let label = ResponseColumn.question(item, in: section)
      let hint = item.help?.asRead ?? ""
      let relevant = relevance(item.showWhen, of: item.name)
      switch item.format {
      case .chooseOne(let choices):
        row("select_one \(list(choices, item))", item.name, label, hint: hint, relevant: relevant)
      case .chooseAny(let choices, let most):
        row(
          "select_multiple \(list(choices, item))", item.name, label, hint: hint,
          relevant: relevant, constraint: most.map { "count-selected(.) <= \($0)" } ?? "")
      case .number(let number):
        let bounds =
          (number.lowest.map { [". >= \(plain($0))"] } ?? [])
          + (number.highest.map { [". <= \(plain($0))"] } ?? [])
        if number.isSlider, let low = number.lowest, let high = number.highest {
          row(
            "range", item.name,
            [label, number.leftLabel, number.rightLabel.map { "- \($0)" }].compactMap { $0 }
              .joined(separator: " "), hint: hint, relevant: relevant,
            parameters: "start=\(plain(low)) end=\(plain(high)) step=1")
        } else {
          row(
            "decimal", item.name, label,
            hint: [hint, number.unit ?? ""].filter { !$0.isEmpty }
              .joined(separator: " "), relevant: relevant,
            constraint: bounds.joined(separator: " and "))
        }
        noteReasons(item)
      case .text(let severalLines):
        row(
          "text", item.name, label, hint: hint, relevant: relevant,
          appearance: severalLines ? "multiline" : "")
        noteReasons(item)
      case .date(let precision):
        let appearances: [DatePrecision: String] = [.day: "", .month: "month-year", .year: "year"]
        row(
          "date", item.name, label, hint: hint, relevant: relevant,
          appearance: appearances[precision] ?? "")
        noteReasons(item)
      }
      if let name = item.writeIn {
        row(
          "text", item.name + "_words", "In your own words", relevant: "${\(item.name)} = '\(name)'"
        )
      }
      if item.askAgain != nil { losses.add("Nobody is asked again about an unusual number.") }
      if item.contentNote != nil {
        losses.add("The content note of '\(item.name)' is left out.")
      }
    }

    private mutating func noteReasons(_ item: Item) {
      if !item.offered.isEmpty {
        losses.add("Beside numbers, words and dates no reasons for not answering are offered.")
      }
    }

    private mutating func list(_ choices: [Choice], _ item: Item) -> String {
      let rows = choices.map { [$0.written, $0.words] } + item.offered.map { [$0.name, $0.words] }
      let key = rows.flatMap { $0 }
      if let known = lists[key] { return known }
      let name = (item.scale ?? item.name) + "_\(lists.count + 1)"
      lists[key] = name
      for row in rows { self.choices.append([name, row[0], text(row[1])]) }
      return name
    }

    private mutating func note(_ words: String) {
      noteCount += 1
      row("note", "note_\(noteCount)", words)
    }

    private mutating func row(
      _ type: String, _ name: String, _ label: String, hint: String = "", required: Bool = false,
      relevant: String = "", constraint: String = "", appearance: String = "",
      parameters: String = ""
    ) {
      survey.append([
        type, name, text(label), text(hint), required ? "yes" : "", relevant, constraint,
        appearance, parameters,
      ])
    }

    private mutating func text(_ words: String) -> String {
      if words.contains("${") {
        losses.add("'${' in words is written '$ {', because a form would put an answer there.")
      }
      return words.forForm
    }

    private mutating func relevance(_ condition: Condition?, of name: String) -> String {
      guard let condition else { return "" }
      let dialect = ConditionDialect(
        and: "and", or: "or", not: { "not(\($0))" },
        comparison: { item, relation in
          if case .includes(let code) = relation {
            return "selected(${\(item.name)}, '\(item.written(Double(code)))')"
          }
          let isNumber = item.format.choices.isEmpty
          return relation.plainComparison(of: "${\(item.name)}", or: "or", isBlank: "''") {
            isNumber ? plain($0) : "'\(item.written($0))'"
          }
        })
      guard let words = dialect.words(condition, in: instrument, known: known) else {
        losses.add("'\(name)' is shown to everybody: its condition cannot be said here.")
        return ""
      }
      return words
    }
  }
}

extension String {
  /// As words of a form, in which nothing is a tag or the place of an answer.
  var forForm: String {
    replacing("<", with: "&lt;").replacing("${", with: "$ {")
  }
}

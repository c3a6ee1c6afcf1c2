public import AttuneInstrument
import AttuneTables

/// An instrument as a REDCap data dictionary.
public struct REDCapDictionary: Sendable {
  static let columns = [
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note",
    "Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max",
    "Identifier?", "Branching Logic (Show field only if...)", "Required Field?",
    "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
  ]

  public init() {}

  public func write(_ instrument: Instrument) -> ExchangeFile {
    var writer = Writer(instrument: instrument)
    writer.write()
    let table = Table(
      "redcap", title: instrument.title, columns: Self.columns.map { Column($0, $0, .text) },
      rows: writer.rows.map { $0.map(Cell.text) })
    return ExchangeFile(DelimitedRenderer.data.render(table), writer.losses)
  }

  private struct Writer {
    let instrument: Instrument
    var rows: [[String]] = []
    var losses = Losses()
    private var known: Set<String> = []

    init(instrument: Instrument) { self.instrument = instrument }

    mutating func write() {
      let carried = CarriedItems(instrument, &losses)
      known = carried.names
      row("record_id", kind: "text", label: "A number for each person")
      losses.add("The information, consent, support and debrief are for REDCap's survey settings.")
      for part in carried.parts {
        for (index, item) in part.items.enumerated() {
          let heading =
            index > 0
            ? ""
            : ([part.section.title] + part.section.paragraphs.map(\.text.asRead))
              .joined(separator: "\n")
          write(item, in: part.section, heading: heading)
        }
      }
    }

    private mutating func write(_ item: Item, in section: Section, heading: String) {
      let label = ResponseColumn.question(item, in: section)
      let logic = [section.showWhen, item.showWhen].compactMap { $0 }
        .compactMap { branching($0, of: item.name) }.map { "(\($0))" }.joined(separator: " and ")
      func add(
        _ kind: String, choices: String = "", validation: String = "", low: String = "",
        high: String = ""
      ) {
        row(
          item.name, kind: kind, label: label, heading: heading, choices: choices,
          note: item.help?.asRead ?? "", validation: validation, low: low, high: high, logic: logic)
      }
      switch item.format {
      case .chooseOne(let choices):
        add("radio", choices: list(choices, reasons: item.offered))
      case .chooseAny(let choices, let most):
        if most != nil { losses.add("REDCap sets no limit to how many answers are taken.") }
        if !item.offered.isEmpty { losses.add("Beside several answers no reasons are offered.") }
        add("checkbox", choices: list(choices, reasons: []))
      case .number(let number):
        let (low, high) = (number.lowest.map(plain) ?? "", number.highest.map(plain) ?? "")
        if number.isSlider {
          let ends = [number.leftLabel ?? "", "", number.rightLabel ?? ""].map { clean($0) }
          add(
            "slider", choices: ends.joined(separator: " | "), validation: "number", low: low,
            high: high)
        } else {
          add("text", validation: "number", low: low, high: high)
        }
      case .text(let severalLines): add(severalLines ? "notes" : "text")
      case .date(.day): add("text", validation: "date_ymd")
      case .date(let precision):
        losses.add("REDCap has no dates of a \(precision.rawValue) alone; '\(item.name)' is text.")
        add("text")
      }
      if case .text = item.format, !item.offered.isEmpty {
        losses.add("Beside words no reasons for not answering are offered.")
      }
      if let name = item.writeIn {
        row(
          item.name + "_words", kind: "text", label: "In your own words",
          logic: "[\(item.name)] = '\(name)'")
      }
    }

    private mutating func list(_ choices: [Choice], reasons: [MissingReason]) -> String {
      (choices.map { "\($0.written), \(clean($0.words))" }
        + reasons.map { "\($0.rawValue), \($0.words)" }).joined(separator: " | ")
    }

    /// A choice's words, in which REDCap would take `|` for the next choice.
    private mutating func clean(_ words: String) -> String {
      if words.contains("|") {
        losses.add("'|' in an answer is written '¦', because REDCap parts answers by it.")
      }
      return words.replacing("|", with: "¦").forREDCap
    }

    private mutating func row(
      _ name: String, kind: String, label: String, heading: String = "", choices: String = "",
      note: String = "", validation: String = "", low: String = "", high: String = "",
      logic: String = ""
    ) {
      rows.append([
        name, instrument.name, heading.forREDCap, kind, label.forREDCap, choices, note.forREDCap,
        validation, low, high, "", logic, "", "", "", "", "", "",
      ])
    }

    private mutating func branching(_ condition: Condition, of name: String) -> String? {
      let dialect = ConditionDialect(
        and: "and", or: "or", not: { "not (\($0))" },
        comparison: { item, relation in
          if case .includes(let code) = relation {
            return "[\(item.name)(\(item.written(Double(code))))] = '1'"
          }
          if case .chooseAny = item.format { return nil }
          return relation.plainComparison(of: "[\(item.name)]", or: "or", isBlank: "''") {
            "'\(item.written($0))'"
          }?.replacing("!=", with: "<>")
        })
      let words = dialect.words(condition, in: instrument, known: known)
      if words == nil {
        losses.add("'\(name)' is shown to everybody: its condition cannot be said here.")
      }
      return words
    }
  }
}

extension String {
  /// As words of REDCap, which takes tags for markup and `[name]` for the place of an answer.
  var forREDCap: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("[", with: "&#91;").replacing("]", with: "&#93;")
  }
}

extension InstrumentDraft {
  /// A draft from the text of a REDCap data dictionary.
  ///
  /// - Throws: `DelimitedTextError`, or `ImportError` where it is no data dictionary.
  public init(redcap text: String, named name: String) throws {
    let grid = try Grid(delimited: text)
    guard grid.header.contains(where: { $0.lowercased().hasPrefix("variable / field name") }) else {
      throw ImportError.notThis(
        "a REDCap data dictionary", because: "it has no column 'Variable / Field Name'")
    }
    self.init(name: name, title: name)
    var section = Section(title: "")
    var isFirst = true
    for row in grid.rows {
      let field = grid.value(row, "Variable / Field Name")
      let kind = grid.value(row, "Field Type").lowercased()
      let heading = grid.value(row, "Section Header").withoutTags
      if !heading.isEmpty {
        sections.append(section)
        let lines = heading.split(separator: "\n").map(String.init)
        section = Section(title: lines.first ?? "", paragraphs: Array(lines.dropFirst()))
      }
      // REDCap's first field is the number of the record.
      if isFirst, kind == "text", field.hasSuffix("id") {
        losses.add("'\(field)' is the record's number, which attune gives itself.")
        isFirst = false
        continue
      }
      isFirst = false
      if let item = item(field, kind, grid, row) {
        section.items.append(item)
      } else if kind == "descriptive" {
        section.paragraphs.append(grid.value(row, "Field Label").withoutTags)
      }
    }
    sections.append(section)
    DraftLogic.settle(&sections, &losses)
    losses.add("A data dictionary has no consent, support or plans; write them in.")
  }

  private mutating func item(
    _ field: String, _ kind: String, _ grid: Grid, _ row: [String]
  ) -> Item? {
    let choices = grid.value(row, "Choices, Calculations, OR Slider Labels")
    let validation = grid.value(row, "Text Validation Type OR Show Slider Number").lowercased()
    let low = Double(grid.value(row, "Text Validation Min"))
    let high = Double(grid.value(row, "Text Validation Max"))
    var item = Item(
      name: field, words: grid.value(row, "Field Label").withoutTags,
      answer: .text(severalLines: false), help: grid.value(row, "Field Note").withoutTags)
    switch kind {
    case "radio", "dropdown":
      let (kept, reasons) = Self.choices(choices)
      item.answer = .chooseOne(kept)
      item.offered = reasons
    case "checkbox": item.answer = .chooseAny(Self.choices(choices).0)
    case "yesno":
      item.answer = .chooseOne([Choice(key: "1", words: "Yes"), Choice(key: "0", words: "No")])
    case "truefalse":
      item.answer = .chooseOne([Choice(key: "1", words: "True"), Choice(key: "0", words: "False")])
    case "slider":
      let ends = choices.split(separator: "|", omittingEmptySubsequences: false)
        .map { String($0).withoutTags.trimmedSpaces }
      item.answer = .slider(
        low: low ?? 0, high: high ?? 100, left: ends.first ?? "",
        right: ends.count > 1 ? ends.last ?? "" : "")
    case "notes": item.answer = .text(severalLines: true)
    case "text":
      if ["number", "integer"].contains(validation) || validation.hasPrefix("number") {
        item.answer = .number(low: low, high: high)
        if (low == nil) != (high == nil) {
          losses.add("'\(field)' has a limit on one side only; it is left out.")
        }
      } else if validation.hasPrefix("date") {
        item.answer = .date("day")
      } else if !validation.isEmpty {
        losses.add("'\(field)' is checked to be \(validation) in REDCap; here it is free text.")
      }
    case "descriptive": return nil
    default:
      losses.add("'\(field)' is a \(kind) field, which attune does not ask; it is left out.")
      return nil
    }
    let logic = grid.value(row, "Branching Logic (Show field only if...)")
    item.showWhen = DraftLogic.equality(logic)
    if !logic.isEmpty, item.showWhen == nil {
      losses.add("'\(field)' is shown only if \(logic) in REDCap; write 'show when' yourself.")
    }
    if grid.value(row, "Required Field?").lowercased() == "y" {
      losses.add("Required questions can be skipped here: no question is compulsory.")
    }
    return item
  }

  /// `1, Yes | 0, No`, with those that are reasons for not answering apart.
  private static func choices(_ text: String) -> ([Choice], [String]) {
    var kept: [Choice] = []
    var reasons: [String] = []
    for part in text.split(separator: "|") {
      let pair = part.split(separator: ",", maxSplits: 1).map { String($0).trimmedSpaces }
      guard let key = pair.first else { continue }
      let words = (pair.count > 1 ? pair[1] : key).withoutTags
      if let reason = OfferedReason(code: key) {
        reasons.append(reason.words)
      } else {
        kept.append(Choice(key: key, words: words))
      }
    }
    return (kept, reasons)
  }
}

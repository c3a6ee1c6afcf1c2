extension InstrumentDraft {
  /// A draft from an XLSForm workbook.
  ///
  /// - Throws: `ImportError` where it is none.
  public init(xlsForm bytes: [UInt8], named name: String) throws {
    let book = try WorkbookReader(bytes)
    guard let survey = book.grid("survey"), let choices = book.grid("choices") else {
      throw ImportError.notThis(
        "an XLSForm",
        because:
          "it has no sheets 'survey' and 'choices'. If it holds answers, save their sheet as "
          + "CSV UTF-8 and import that")
    }
    let settings = book.grid("settings")
    let first = settings?.rows.first
    func setting(_ name: String) -> String {
      first.flatMap { row in settings?.value(row, name) } ?? ""
    }
    let id = setting("form_id")
    let title = setting("form_title").withoutTags
    self.init(name: id.isEmpty ? name : id, title: title.isEmpty ? name : title)
    let label = Self.labelColumn(survey, setting("default_language"), &losses)
    var lists: [String: [Choice]] = [:]
    for row in choices.rows {
      lists[choices.value(row, "list_name", "list name"), default: []].append(
        Choice(
          key: choices.value(row, "name", "value"),
          words: choices.value(row, label, "label").withoutTags))
    }
    var reader = XLSFormReader(survey: survey, lists: lists, label: label)
    reader.read(&losses)
    sections = reader.sections
    DraftLogic.settle(&sections, &losses)
    information = reader.information
    losses.add("A form has no support, scores or plans; write them in.")
  }

  private static func labelColumn(
    _ survey: Grid, _ language: String, _ losses: inout Losses
  ) -> String {
    let columns = survey.header.filter { $0.lowercased().hasPrefix("label") }
    if columns.contains(where: { $0.lowercased() == "label" }) { return "label" }
    let chosen =
      columns.first { !language.isEmpty && $0.contains(language) } ?? columns.first ?? "label"
    if columns.count > 1 { losses.add("Of several languages '\(chosen)' is taken.") }
    return chosen
  }
}

private struct XLSFormReader {
  let survey: Grid
  let lists: [String: [InstrumentDraft.Choice]]
  let label: String
  var sections: [InstrumentDraft.Section] = []
  var information: [String] = []

  init(survey: Grid, lists: [String: [InstrumentDraft.Choice]], label: String) {
    self.survey = survey
    self.lists = lists
    self.label = label
  }

  mutating func read(_ losses: inout Losses) {
    var section = InstrumentDraft.Section(title: "Questions")
    for row in survey.rows {
      let words = survey.value(row, label, "label").withoutTags
      let kind = survey.value(row, "type").split { $0.isWhitespace }.map(String.init)
      switch kind.first?.lowercased() ?? "" {
      case "begin", "begin_group", "begin_repeat":
        if kind.joined().lowercased().hasSuffix("repeat") {
          losses.add("'\(words)' is asked again and again in the form; here it is asked once.")
        }
        sections.append(section)
        section = InstrumentDraft.Section(title: words)
        noteLogic(row, &losses)
      case "end", "end_group", "end_repeat":
        sections.append(section)
        section = InstrumentDraft.Section(title: "Further questions")
      case "note":
        if sections.allSatisfy({ $0.items.isEmpty }), section.items.isEmpty {
          information.append(words)
        } else {
          section.paragraphs.append(words)
        }
      case "acknowledge", "trigger":
        losses.add(
          "'\(words)' is to be agreed to; it belongs into 'consent', which has its own words.")
      case "": break
      case "start", "end_time", "today", "deviceid", "username", "audit", "phonenumber",
        "simserial":
        losses.add("What a device tells of itself (\(kind[0])) is never kept here.")
      default:
        if let item = item(kind, words, row, &losses) { section.items.append(item) }
      }
    }
    sections.append(section)
  }

  private func item(
    _ kind: [String], _ words: String, _ row: [String], _ losses: inout Losses
  ) -> InstrumentDraft.Item? {
    let name = survey.value(row, "name")
    let appearance = survey.value(row, "appearance").lowercased()
    var item = InstrumentDraft.Item(
      name: name, words: words, answer: .text(severalLines: appearance.contains("multiline")),
      help: survey.value(row, "hint").withoutTags)
    switch kind[0].lowercased() {
    case "select_one", "select_multiple":
      let listed = kind.count > 1 ? lists[kind[1]] ?? [] : []
      let reasons = listed.compactMap { OfferedReason(code: $0.key)?.words }
      let kept = listed.filter { OfferedReason(code: $0.key) == nil }
      item.answer = kind[0].hasSuffix("one") ? .chooseOne(kept) : .chooseAny(kept)
      item.offered = reasons
      if kind.contains("or_other") {
        losses.add("'\(name)' lets people name another answer; write 'write in' yourself.")
      }
    case "integer", "decimal":
      let range = DraftLogic.range(survey.value(row, "constraint"))
      item.answer = .number(low: range?.low, high: range?.high)
    case "range":
      let parts = survey.value(row, "parameters").split { $0.isWhitespace || $0 == ";" }
        .map { $0.split(separator: "=").map(String.init) }
      func bound(_ key: String) -> Double? {
        parts.first { $0.first == key }.flatMap { $0.last }.flatMap(Double.init)
      }
      item.answer = .slider(low: bound("start") ?? 0, high: bound("end") ?? 10, left: "", right: "")
    case "text": break
    case "date":
      item.answer = .date(
        appearance.contains("month-year") ? "month" : appearance.contains("year") ? "year" : "day")
    default:
      losses.add("'\(name)' is a \(kind[0]) question, which attune does not ask; it is left out.")
      return nil
    }
    item.showWhen = DraftLogic.equality(survey.value(row, "relevant"))
    noteLogic(row, knowing: item, &losses)
    return item
  }

  private func noteLogic(
    _ row: [String], knowing item: InstrumentDraft.Item? = nil, _ losses: inout Losses
  ) {
    let name = survey.value(row, "name")
    for (column, words) in [
      ("relevant", "shown only if"), ("constraint", "checked by"), ("calculation", "worked out by"),
    ] {
      let value = survey.value(row, column)
      if column == "relevant", item?.showWhen != nil { continue }
      if column == "constraint", case .number(_?, _) = item?.answer { continue }
      if !value.isEmpty {
        losses.add("'\(name)' is \(words) \(value) in the form; write it yourself.")
      }
    }
    if ["yes", "true"].contains(survey.value(row, "required").lowercased()) {
      losses.add("Required questions can be skipped here: no question is compulsory.")
    }
  }
}

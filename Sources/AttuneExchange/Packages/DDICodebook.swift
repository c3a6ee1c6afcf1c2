import AttuneInstrument

/// Describes `responses.csv` as DDI Codebook 2.5.
///
/// After the DDI Alliance's specification of DDI Codebook 2.5; no frequencies are given, because
/// small ones would tell who answered what.
public struct DDICodebook: Sendable {
  public init() {}

  public func write(_ export: ResponseExport) -> ExchangeFile {
    let instrument = export.instrument
    let citation = Markup(
      "citation", [],
      [
        Markup(
          "titlStmt", [],
          [Markup("titl", text: instrument.title), Markup("IDNo", text: instrument.name)]),
        Markup("rspStmt", [], [Markup("AuthEnty", text: instrument.author)]),
        Markup("verStmt", [], [Markup("version", text: instrument.version)]),
      ])
    let about = [
      export.origin.warning, "Status: \(instrument.status.rawValue).",
      "A blank is a missing answer; reasons.csv says why.",
    ].compactMap { $0 }.joined(separator: " ")
    let study = Markup(
      "stdyDscr", [],
      [
        citation, Markup("stdyInfo", [], [Markup("abstract", text: about)]),
        Markup(
          "dataAccs", [],
          [Markup("useStmt", [], [Markup("conditions", text: instrument.licence)])]),
      ])
    let file = Markup(
      "fileDscr", [("ID", "responses")],
      [
        Markup(
          "fileTxt", [],
          [
            Markup("fileName", text: "responses.csv"),
            Markup(
              "dimensns", [],
              [
                Markup("caseQnty", text: "\(export.count)"),
                Markup("varQnty", text: "\(export.columns.count)"),
              ]), Markup("fileType", text: "CSV, UTF-8"),
          ])
      ])
    let data = Markup(
      "dataDscr", [], export.columns.enumerated().map { variable($1, $0, among: export.columns) })
    let root = Markup(
      "codeBook",
      [
        ("xmlns", "ddi:codebook:2_5"), ("version", "2.5"), ("xml:lang", instrument.language),
      ], [study, file, data])
    return ExchangeFile("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.rendered())
  }

  private func variable(
    _ column: ResponseColumn, _ index: Int, among columns: [ResponseColumn]
  ) -> Markup {
    var parts = [Markup("labl", text: column.label)]
    if column.item != nil {
      parts.append(Markup("qstn", [], [Markup("qstnLit", text: column.label)]))
    }
    var (isNumeric, isContinuous) = (column.isCount, false)
    if case .answer(let item) = column.content {
      switch item.format {
      case .number(let format):
        (isNumeric, isContinuous) = (true, true)
        let range =
          (format.lowest.map { [("min", plain($0))] } ?? [])
          + (format.highest.map { [("max", plain($0))] } ?? [])
        if !range.isEmpty {
          parts.append(Markup("valrng", [], [Markup("range", [("UNITS", "REAL")] + range)]))
        }
      case .chooseOne(let choices), .chooseAny(let choices, _):
        if case .chooseOne = item.format { isNumeric = choices.allSatisfy { $0.name == nil } }
        if case .chooseAny = item.format {
          parts.append(Markup("txt", text: "Several answers stand between semicolons."))
        }
        parts += choices.map { choice in
          Markup(
            "catgry", [],
            [Markup("catValu", text: choice.written), Markup("labl", text: choice.words)])
        }
      case .text, .date: break
      }
    }
    if case .score(let construct) = column.content {
      (isNumeric, isContinuous) = (true, true)
      let used = Set(construct.uses.map(\.name))
      let references = columns.enumerated().compactMap {
        used.contains($1.name) ? "V\($0 + 1)" : nil
      }
      parts.append(
        Markup(
          "derivation", references.isEmpty ? [] : [("var", references.joined(separator: " "))],
          [Markup("drvdesc", text: construct.ruleInWords)]))
    }
    parts.append(Markup("varFormat", [("type", isNumeric ? "numeric" : "character")]))
    return Markup(
      "var",
      [
        ("ID", "V\(index + 1)"), ("name", column.name), ("files", "responses"),
        ("intrvl", isContinuous ? "contin" : "discrete"),
      ], parts)
  }
}

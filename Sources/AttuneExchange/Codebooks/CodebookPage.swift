import AttuneInstrument
import AttuneTables

extension Codebook {
  /// As one self-contained page for a browser.
  public var html: String {
    let headings = Markup(
      "tr", [], table.columns.map { Markup("th", [("scope", "col")], text: $0.label) })
    let rows = table.rows.map { row in
      Markup(
        "tr", [],
        row.enumerated().map { index, cell in
          let text = if case .text(let text) = cell.content { text } else { "" }
          return index == 0
            ? Markup("th", [("scope", "row")], text: text)
            : Markup("td", [("dir", "auto")], text: text)
        })
    }
    let page = Markup(
      "html", [("lang", instrument.language)],
      [
        Markup(
          "head", [],
          [
            Markup("meta", [("charset", "utf-8")]),
            Markup(
              "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
            Markup("title", text: heading), Markup("style", text: Self.style),
          ]),
        Markup(
          "body", [],
          [
            Markup(
              "main", [],
              [Markup("h1", text: heading)] + about.map { Markup("p", text: $0) } + [
                Markup(
                  "div",
                  [
                    ("class", "wide"), ("tabindex", "0"), ("role", "region"),
                    ("aria-label", "The columns"),
                  ],
                  [
                    Markup(
                      "table", [],
                      [
                        Markup("caption", text: "The columns of the data, in their order"),
                        Markup("thead", [], [headings]), Markup("tbody", [], rows),
                      ])
                  ])
              ])
          ]),
      ])
    return "<!DOCTYPE html>\n" + page.rendered { $0 == "meta" }
  }

  /// As Markdown.
  public var markdown: String {
    let table = Table(
      self.table.id, title: heading, columns: self.table.columns, rows: self.table.rows,
      notes: about)
    return MarkdownRenderer().render(
      Results(version: "", command: "codebook", source: nil, tables: [table]))
  }

  private var heading: String { "Codebook: \(instrument.title) \(instrument.version)" }

  /// What a reader has to know of the questionnaire.
  private var about: [String] {
    let review =
      instrument.reviewedBy.map { "Reviewed by \($0)" }
      ?? "Not yet reviewed with people with lived experience"
    return [
      "\(instrument.status.rawValue.capitalizedFirst). \(review).",
      "By \(instrument.author). Licence: \(instrument.licence).",
      "Every missing answer is blank in responses.csv; the reason for it stands in reasons.csv.",
    ]
  }

  private static let style = """
    :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; } \
    main { max-width: 80rem; margin: auto; padding: 1rem; } .wide { overflow-x: auto; } \
    table { border-collapse: collapse; } caption { text-align: left; padding: .5rem 0; } \
    th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; \
    border-bottom: 1px solid; } @media print { .wide { overflow: visible; } }
    """
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

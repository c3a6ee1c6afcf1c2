import AttuneInstrument
import AttuneTables

/// Sixty texts that mean harm in some program, and an instrument and answers made of them.
enum Hostile {
  static let payloads = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "'=1+1", "''=1+1",
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.org\",\"x\")", "=IMPORTXML(\"http://example.org\",\"//a\")",
    "=DDE(\"cmd\",\"/C calc\",\"x\")", "=WEBSERVICE(\"http://example.org\")",
    "-2+3+cmd|'/C calc'!A0",
    "+cmd|'/C calc'!A0", "=1+1\u{0}", "a\n=1+1", "\"=1+1\"", "\",=1+1,\"", "\"\n=1+1\n\"",
    "<script>alert(1)</script>", "</title><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "</style><b>x</b>", "<a href=\"javascript:alert(1)\">x</a>",
    "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "<!--", "-->", "]]>", "<![CDATA[x]]>",
    "<?xml version=\"1.0\"?>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "&lt;b&gt;",
    "&#x3c;script&#x3e;", "[x](javascript:alert(1))", "![x](http://example.org/y.png)", "| a | b |",
    "\u{1B}[31mred\u{1B}[0m", "\u{7}bell", "back\u{8}space", "\u{9B}31m", "\u{7F}", "\u{85}next",
    "\u{0}nul", "line\rreturn", "\u{FFFE}", "_x0041_", "_x000D_=1", "\u{202E}txt.exe", "\u{2028}x",
    "\"); system(\"id\"); (\"", "\"\"\"\nimport os\nos.system('id')\n\"\"\"",
    "\\\"); quit(); (\\\"",
    "${name} {name} {{x}}", "`id` $(id)", "%s%n%x", "../../../../etc/passwd", "CON",
  ]

  /// Where a payload may stand.
  enum Place: String, CaseIterable {
    case answer, label, option, id, code, title, author, header, sheet, file
  }

  /// An item for each payload, which stands in `place` of each, and one person.
  static func study(_ place: Place) -> (Instrument, [Submission]) {
    func words(_ here: Place, _ payload: String, _ other: String) -> String {
      place == here ? payload : other
    }
    let joined = payloads.joined(separator: " ")
    var instrument = Instrument(
      name: words(.id, payloads[20], "small"), title: words(.title, joined, "Small"),
      version: "0.1.0", status: .draft, language: "en-GB", author: words(.author, joined, "We"),
      licence: words(.author, joined, "CC BY 4.0"), consent: Consent(statements: []),
      support: Support())
    var person = Submission(answers: [:])
    var items: [Item] = []
    for (index, payload) in payloads.enumerated() {
      let name = place == .id || place == .header ? "\(payload)\(index)" : "q\(index)"
      let choices = [
        Choice(
          code: 1, name: words(.code, payload, "one"), label: words(.option, payload, "One")),
        Choice(code: 2, name: "two", label: "Two"),
      ]
      var chosen = Item(
        name: name, wordings: [.init(InsertText(words(.label, payload, "A question?")))],
        format: index % 2 == 0 ? .chooseOne(choices) : .chooseAny(choices, atMost: nil))
      chosen.writeIn = "two"
      chosen.help = InsertText(words(.label, payload, "Help"))
      let written = Item(
        name: "\(name)_text", wordings: [.init(InsertText(words(.label, payload, "Say more.")))],
        format: .text(severalLines: true))
      items += [chosen, written]
      let own = words(.answer, payload, "other")
      person.answers[name] = .value(
        index % 2 == 0 ? .choice(2, inOwnWords: own) : .choices([1, 2]))
      person.answers[written.name] = .value(.text(words(.answer, payload, "words")))
    }
    person.settings = [words(.header, "=site", "site"): words(.answer, "=north", "north")]
    var section = Section(title: words(.label, joined, "Main"))
    section.items = items
    section.paragraphs = [Paragraph(InsertText(words(.label, joined, "Read this.")))]
    instrument.sections = [section]
    instrument.constructs = payloads.indices.map { index in
      let payload = payloads[index]
      var construct = Construct(
        name: place == .id || place == .header ? "\(payload)score\(index)" : "score\(index)",
        title: words(.title, payload, "Score"), uses: [.init(items[2 * index].name)],
        rule: .init(.mean))
      construct.higherMeans = words(.label, payload, "more")
      return construct
    }
    return (instrument, [person])
  }
}

extension Hostile {
  /// A command's results: a table for each payload, which stands in `place` of each.
  static func results(_ place: Place) -> Results {
    func words(_ here: Place, _ payload: String, _ other: String) -> String {
      place == here ? payload : other
    }
    let joined = payloads.joined(separator: " ")
    let tables = payloads.enumerated().map { index, payload in
      let name = words(.header, payload, "column")
      return Table(
        words(.sheet, payload, "table\(index)"), title: words(.title, payload, "Table"),
        columns: [
          .item, Column(name, name, .text), Column("\(name)2", "\(name) 2", .number), .pValue,
        ],
        rows: [
          [
            .text(words(.id, payload, "q1")), .text(words(.option, payload, "One")), .count(-3),
            .real(0),
          ],
          [
            .text(words(.code, payload, "1")), .text(words(.answer, payload, "words")),
            .unavailable(words(.label, payload, "it is so")), .unavailable("there is none"),
          ],
        ],
        notes: [words(.author, payload, "By us."), words(.label, payload, "A note.")])
    }
    return Results(
      version: "1", command: "describe",
      source: Results.Source(path: words(.file, joined, "x.csv"), sha256: "00", cases: 1),
      options: [.init("by", .text(words(.header, joined, "group")))], tables: tables,
      cautions: [
        Caution("one", about: [words(.id, joined, "q1")], words(.file, joined, "One 'x.csv'.")),
        Caution("two", words(.label, joined, "A caution.")),
      ])
  }
}

extension Section {
  fileprivate init(title: String) { self.init(name: "main", title: title) }
}

import AttuneData
import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Foundation
import Testing

@testable import AttuneExchange

@Suite struct DraftTests {
  /// The draft's text must be an instrument; only what is left to write may be found in it.
  private func compiled(_ draft: InstrumentDraft) throws -> Instrument {
    let text = DraftText(draft).text
    let compilation = Compilation(of: SourceText(name: "draft", content: text))
    let faults = compilation.findings.filter { $0.level == .mustFix }.map(\.title)
    return try #require(compilation.instrument, "\(faults)\n\(text)")
  }

  private static func instrument(_ name: String) throws -> Instrument {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../\(name)").path()
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return try #require(Compilation(of: SourceText(name: name, content: text)).instrument)
  }

  private static let instruments = [
    "instruments/keep.instrument", "instruments/alongside.instrument", "instruments/say.instrument",
    "instruments/links.instrument", "instruments/selfhelp.instrument",
    "Tests/Exchange/hard.instrument",
  ]

  private func carried(_ instrument: Instrument) -> [(Section, Item)] {
    var losses = Losses()
    return CarriedItems(instrument, &losses).parts.flatMap { part in
      part.items.map { (part.section, $0) }
    }
  }

  /// Every question and answer that went out as an XLSForm comes back.
  @Test(arguments: instruments)
  func anXLSFormComesBack(name: String) throws {
    let instrument = try Self.instrument(name)
    let file = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try XLSForm(instrument).workbook.write(to: file.path())
    let draft = try InstrumentDraft(
      xlsForm: Array(Data(contentsOf: file)), named: "back")
    let back = try compiled(draft)
    #expect(back.title == instrument.title && back.name == instrument.name)
    try expectSameItems(back, instrument) { item in
      if case .number(let format) = item.format, format.isSlider { return false }
      return true
    }
  }

  @Test(arguments: instruments)
  func aREDCapDictionaryComesBack(name: String) throws {
    let instrument = try Self.instrument(name)
    let file = REDCapDictionary().write(instrument)
    let back = try compiled(
      InstrumentDraft(redcap: String(decoding: file.bytes, as: UTF8.self), named: "back"))
    try expectSameItems(back, instrument) { item in
      switch item.format {
      // REDCap has no such dates, and one-sided limits and bars are told as losses.
      case .date(let precision): precision == .day
      default: !item.format.choices.contains { $0.label.contains("|") }
      }
    }
  }

  private func expectSameItems(
    _ back: Instrument, _ instrument: Instrument, where isKept: (Item) -> Bool
  ) throws {
    var count = 0
    for (section, item) in carried(instrument) {
      let found = try #require(back.item(named: item.name), "\(item.name)")
      let words = ResponseColumn.question(item, in: section)
        .split { $0.isWhitespace }.joined(separator: " ")
      #expect(InsertText(found.wordings[0].text.source).asRead == words)
      guard isKept(item) else { continue }
      count += 1
      let labels = item.format.choices.map(\.words)
      #expect(found.format.choices.map(\.words) == labels, "\(item.name)")
      #expect(found.format.choices.map(\.written) == item.format.choices.map(\.written))
      if case .chooseOne = item.format {
        #expect(Set(found.offered) == Set(item.offered), "\(item.name)")
      }
    }
    #expect(count > 5)
  }

  @Test func whatMayBeAReasonIsAskedAboutAndKept() throws {
    let dictionary = """
      Variable / Field Name,Field Type,Field Label,"Choices, Calculations, OR Slider Labels"
      record_id,text,Record,
      q1,radio,Is it?,"1, Yes | 2, No | 9, Not sure | -98, Prefer not to say"

      """
    let draft = try InstrumentDraft(redcap: dictionary, named: "x")
    let item = try #require(try compiled(draft).item(named: "q1"))
    #expect(item.format.choices.map(\.label) == ["Yes", "No", "Not sure"])
    #expect(item.offered == [.preferNotToSay])
    #expect(DraftText(draft).losses.sentences.contains { $0.contains("offer: not sure") })
  }

  // Made up for this test, after the specification's own structure.
  static let osd = """
    {"osd_version": "1.0", "definition": {
      "scale_info": {"code": "MADE-UP", "name": "A made-up scale", "license": "CC0",
        "citation": "Nobody (2026)", "version": "1.0"},
      "likert_options": {"points": 3, "min": 0, "labels": ["l0", "l1", "l2"], "question_head": "h"},
      "dimensions": [{"id": "total", "name": "Total"}],
      "items": [
        {"id": "intro", "type": "inst", "text_key": "intro"},
        {"id": "Q1", "type": "likert", "text_key": "q1"},
        {"id": "Q2", "type": "likert", "text_key": "q2", "visible_when": {}},
        {"id": "pick", "type": "multi", "text_key": "p",
          "options": [{"value": "a", "text_key": "pa"}, {"value": "b", "text_key": "pb"}]},
        {"id": "line", "type": "vas", "text_key": "v", "min": 0, "max": 100, "min_label": "lo",
          "max_label": "hi"},
        {"id": "g", "type": "grid", "text_key": "gt", "rows": ["r1", "r2"], "columns": ["l0", "l1"]},
        {"id": "face", "type": "imageresponse", "text_key": "f"}],
      "scoring": {"total": {"method": "sum_coded", "items": {"Q1": 1, "Q2": -1}},
        "odd": {"method": "weighted_sum", "items": ["Q1"]}}},
     "translations": {"en": {"h": "How much?", "intro": "Please read <b>this</b>.", "q1": "First {x}",
       "q2": "Second", "l0": "Not", "l1": "A little", "l2": "Much", "p": "Which?", "pa": "One",
       "pb": "Other", "v": "Where?", "lo": "Here", "hi": "There", "gt": "Of these:", "r1": "this",
       "r2": "that", "f": "face"}, "de": {"q1": "Erstens"}}}
    """

  @Test func anOpenScaleBecomesADraftThatSaysWhatIsLost() throws {
    let draft = try InstrumentDraft(osd: Array(Self.osd.utf8), named: "x")
    let back = try compiled(draft)
    #expect(back.name == "made_up" && back.title == "A made-up scale" && back.licence == "CC0")
    #expect(back.items.map(\.name) == ["q1", "q2", "pick", "line", "g_1", "g_2"])
    #expect(back.items[0].wordings[0].text.asRead == "First {x}")
    #expect(back.items[0].format.choices.map(\.code) == [0, 1, 2])
    #expect(back.items[0].format.choices.map(\.label) == ["Not", "A little", "Much"])
    #expect(back.items[4].wordings[0].text.source == "Of these: this")
    #expect(back.constructs.map(\.name) == ["total"])
    #expect(back.constructs[0].uses.map(\.isReversed) == [false, true])
    let said = DraftText(draft).losses.sentences.joined(separator: "\n")
    for word in ["visible_when", "imageresponse", "'odd'", "de", "'Q1' is called 'q1'"] {
      #expect(said.contains(word), "\(word)")
    }
  }

  @Test(arguments: ["", "[]", "{}", "{\"definition\": {\"items\": 3}}", "\u{0}"])
  func whatIsNoScaleIsSaid(text: String) {
    #expect(throws: ImportError.self) { try InstrumentDraft(osd: Array(text.utf8), named: "x") }
  }

  @Test func anSPSSTableBecomesADraft() throws {
    let agree = (1...3).map { ForeignTable.Variable.Label(value: Double($0), words: "L\($0)") }
    let table = ForeignTable(
      title: "A file", notes: ["a note"],
      variables: [
        .init(
          name: "Q 1", label: "One?", isText: false, format: "F8",
          labels: agree + [.init(value: 99, words: "refused")], measure: "ordinal"),
        .init(name: "ALL", label: "", isText: false, format: "F8", labels: [], measure: "scale"),
        .init(
          name: "Day", label: "When?", isText: false, format: "SDATE10", labels: [], measure: ""),
        .init(name: "Say", label: "Say.", isText: true, format: "A20", labels: [], measure: ""),
      ],
      rows: [
        [.number(1), .number(2.5), .number(13_991_356_800), .text("=1+1")],
        [.userMissing(99), .missing, .missing, .text("")],
      ])
    let draft = InstrumentDraft(table, named: "x")
    let text = DraftText(draft)
    let back = try compiled(draft)
    #expect(back.items.map(\.name) == ["q_1", "all_q", "day", "say"])
    #expect(back.items[0].format.choices.map(\.label) == ["L1", "L2", "L3"])
    #expect(text.losses.sentences.contains { $0.contains("99 'refused' (1 times)") })
    let csv = table.csv(naming: table.variables.map { text.names[$0.name] ?? $0.name })
    // Python: date(1582, 10, 14) + timedelta(seconds=13991356800) is 2026-02-25.
    #expect(csv == "q_1,all_q,day,say\n1,2.5,2026-02-25,'=1+1\n,,,\n")
  }

  /// A code of attune's own in another program's file means what that file says.
  @Test func reasonsAreThoseThatTheFileNames() throws {
    func variable(_ name: String, _ words: String, tags: [String: String] = [:])
      -> ForeignTable.Variable
    {
      .init(
        name: name, label: "One?", isText: false, format: "F8",
        labels: [
          .init(value: 1, words: "No"), .init(value: 2, words: "Yes"),
          .init(value: -98, words: words),
        ], tags: tags, measure: "ordinal")
    }
    let table = ForeignTable(
      title: "", notes: [],
      variables: [
        variable("a", "prefer not to say"), variable("b", "refused"),
        variable("c", "", tags: ["b": "prefer not to say", "h": "refused"]),
      ],
      rows: [
        [.userMissing(-98), .userMissing(-98), .tagged("b")],
        [.number(1), .userMissing(-99), .tagged("h")], [.number(2), .number(1), .tagged("a")],
      ])
    #expect(table.csv(naming: ["a", "b", "c"]) == "a,b,c\n,,\n1,,\n2,1,\n")
    #expect(
      table.reasons(naming: ["a", "b", "c"])
        == "a,b,c\nprefer_not_to_say,,prefer_not_to_say\n,,\n,,\n")
    let draft = InstrumentDraft(table, named: "x")
    let back = try compiled(draft)
    #expect(back.items.map(\.offered) == [[.preferNotToSay], [], [.preferNotToSay]])
    let said = draft.losses.sentences
    #expect(said.contains("Why values are missing is kept: prefer not to say (2 times)."))
    #expect(
      said.contains {
        $0.hasSuffix(
          "blank now: -98 'refused' (1 times), -99 (1 times), .a (1 times), .h 'refused' (1 times)."
        )
      }, "\(said)")
  }

  // MARK: Damage

  /// A workbook with bytes changed is read, or refused; nothing falls.
  @Test func damagedWorkbooksAreReadOrRefused() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID()).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    try XLSForm(try Self.instrument("Tests/Exchange/hard.instrument")).workbook
      .write(to: file.path())
    let sound = Array(try Data(contentsOf: file))
    var state: UInt64 = 1
    func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var refused = 0
    for _ in 0..<400 {
      var bytes = sound
      for _ in 0...next(8) { bytes[next(bytes.count)] = UInt8(next(256)) }
      if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
      do {
        _ = DraftText(try InstrumentDraft(xlsForm: bytes, named: "x"))
      } catch is ImportError {
        refused += 1
      }
    }
    #expect(refused > 50)
  }
}

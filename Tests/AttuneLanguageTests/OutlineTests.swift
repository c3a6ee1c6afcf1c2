import AttuneDiagnostics
import AttuneLanguage
import AttuneTestSupport
import Testing

@Suite struct OutlineTests {
  /// The whole of an instrument whose names are used in every way, with marks at one name.
  private static let file = """
    instrument being_met: Being met
      answer: agreement
      offer: not sure
      term cen: complex needs
    role person: I use services
    role worker: I work there
    consent: Taking part
      must agree taking_part: I want to take part, {cen} or not.
    support: Help
      contact when side is north: Call us.
    scale agreement
      1 = Disagree
      2 = Agree
    group area: By area
      set by: item side
    section listening: Listening
      only for: person
      content note for: heard, rushed
    item side: Which team?
      answer: choose one
      north = North team
      south = South team
    item heard: They listen.
      ask worker: I listen.
    item rushed: We hurry.
      show when: side is north and heard is 2
    construct met: Being met
      uses: heard to rushed
      score: mean, all answered
    plan first: First
      compare: met by area
      expect: north higher

    """

  private func outline(_ text: String) -> Outline {
    Outline(of: SourceText(name: "a.instrument", content: text))
  }

  /// The lines, from 1, on which the thing at the first `word` is named.
  private func lines(ofNameAt word: String) throws -> [Int] {
    let outline = outline(Self.file)
    let found = try #require(Self.file.firstRange(of: word))
    let offset = Self.file[..<found.lowerBound].utf8.count
    let mention = try #require(outline.mention(at: offset))
    return outline.places(of: try #require(mention.definition))
      .map { outline.source.position(of: $0.lower).line }
  }

  @Test(arguments: [
    ("agreement\n", [2, 11]), ("cen}", [4, 8]), ("person\n", [5, 17]),
    ("worker: I listen", [6, 24]),
    ("side is north:", [10, 15, 19, 26]), ("north:", [10, 21, 26, 32]),
    ("heard,", [18, 23, 26, 28]),
    ("rushed:", [18, 25, 28]), ("2\n", [13, 26]), ("met by", [27, 31]), ("area:", [14, 31]),
  ])
  func everyUseIsFound(word: String, lines: [Int]) throws {
    #expect(try self.lines(ofNameAt: word) == lines)
  }

  @Test func linesThatCannotBeReadHideNoOthers() throws {
    let broken = Self.file.replacing("  show when:", with: "  show wen:") + "\n  uses\nitem x"
    let outline = outline(broken)
    let offset = try #require(broken.firstRange(of: "heard:")).lowerBound
    let mention = try #require(outline.mention(at: broken[..<offset].utf8.count))
    #expect(outline.places(of: try #require(mention.definition)).count == 3)
  }

  @Test func wordsAreTold() throws {
    let outline = outline(Self.file)
    func remark(_ word: String) throws -> Remark? {
      let found = try #require(Self.file.firstRange(of: word))
      return outline.remark(at: Self.file[..<found.lowerBound].utf8.count + 1)
    }
    let item = try #require(try remark("heard: They"))
    #expect(item.title == "item heard")
    #expect(
      item.lines == [
        "They listen.", "worker: I listen.", "1 = Disagree", "2 = Agree", "Scored in met.",
      ])
    #expect(
      try remark("met: Being met\n  uses")?.lines
        == ["Being met", "Uses: heard, rushed", "Score: mean, all answered"])
    #expect(try remark("not sure")?.title == "not sure")
    #expect(try remark("answer: agreement")?.title == "answer")
    #expect(try remark("scale agreement")?.title == "scale")
    #expect(try remark("They listen") == nil)
  }

  /// A renamed file means the same, and renaming back gives the same bytes.
  @Test(arguments: ["alongside", "links", "say"])
  func everyNameCanBeChangedAndChangedBack(name: String) throws {
    let source = try Repository.text("instruments/\(name).instrument")
    let outline = Outline(of: source)
    let named = outline.entries.flatMap { [$0] + $0.parts + $0.parts.flatMap(\.parts) }
      .map(\.definition).filter(\.isWord)
    #expect(named.count > 20)
    // One of each kind: every change of a name is checked by compiling the file.
    let chosen = Dictionary(grouping: named, by: \.kind).values.map { $0[$0.count / 2] }
    for definition in chosen {
      let edits = try outline.renaming(at: definition.place.lower, to: "quite_another_name")
      let renamed = try #require(source.applying(edits))
      #expect(renamed.content != source.content)
      let before = edits.filter { $0.range < definition.place }.count
      let change = "quite_another_name".utf8.count - definition.name.utf8.count
      let back = try Outline(of: renamed)
        .renaming(at: definition.place.lower + before * change, to: definition.name)
      #expect(renamed.applying(back)?.content == source.content, "\(definition.name)")
    }
  }

  @Test func namesThatWillNotDoAreRefused() throws {
    let outline = outline(Self.file)
    let offset = try #require(Self.file.firstRange(of: "rushed:")).lowerBound
    let place = Self.file[..<offset].utf8.count
    #expect(throws: RenamingRefusal.notAName("We Hurry")) {
      try outline.renaming(at: place, to: "We Hurry")
    }
    #expect(throws: RenamingRefusal.self) { try outline.renaming(at: place, to: "heard") }
    #expect(throws: RenamingRefusal.self) { try outline.renaming(at: place, to: "team") }
    #expect(throws: RenamingRefusal.nothingNamed) { try outline.renaming(at: 2, to: "x") }
    let code = try #require(Self.file.firstRange(of: "2 = Agree")).lowerBound
    #expect(throws: RenamingRefusal.code("2")) {
      try outline.renaming(at: Self.file[..<code].utf8.count, to: "two")
    }
  }
}

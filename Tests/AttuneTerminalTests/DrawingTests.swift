import AttuneSession
import Testing

@testable import AttuneTerminal

@Suite struct DrawingTests {
  @Test(arguments: [
    ("abc", 3), ("日本語", 6), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("❤️", 2), ("한글", 4), ("ｗ", 2), ("", 0),
    ("🇬🇧", 2), ("\u{AD}", 0),
  ])
  func columnsAreCountedByGrapheme(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func linesAreNeverWiderThanTheWidth() {
    let text = "A few words and 日本語日本語日本語 and averyveryverylongwordthatfitsnowhere e\u{301}."
    for width in 8...60 {
      let lines = text.wrapped(to: width, first: "  1  ", rest: "     ")
      #expect(lines.allSatisfy { $0.displayWidth <= width })
      let words = lines.joined().filter { $0 != " " }
      #expect(words == "1" + text.filter { $0 != " " })
    }
  }

  @Test func lineEndsInTextStay() {
    #expect("one\n\ntwo three".wrapped(to: 5) == ["one", "", "two", "three"])
  }

  @Test func plainTextHasNoControls() {
    #expect("a\tb\u{1B}c\u{202E}d\r\ne\rf".plain == "a b\u{FFFD}cd\ne\u{FFFD}f")
  }

  @Test func aHeadingIsShownOnce() {
    var screen = Screen()
    screen.heading = "Part 1 of 2: Team"
    screen.prompt = "Which team?"
    screen.field = .line
    let catalogue = Catalogue.britishEnglish
    let first = Transcript(screen, width: 80, after: nil, catalogue: catalogue)
    let second = Transcript(screen, width: 80, after: screen.heading, catalogue: catalogue)
    #expect(first.lines == ["Part 1 of 2: Team", "", "Which team?"])
    #expect(second.lines == ["Which team?"])
    #expect(first.prompt == "Your answer: ")
  }
}

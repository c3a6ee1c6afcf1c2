import AttuneTables
import Testing

@Suite struct InertTextTests {
  @Test(arguments: [
    ("plain é 漢 👩‍👩‍👧", "plain é 漢 👩‍👩‍👧"), ("\u{1B}[2J", "␛[2J"), ("a\r\nb\0", "a␍␊b␀"),
    ("\u{7F}\u{85}", "␡\\u{85}"), ("x\u{202E}y\u{2066}", "x\\u{202E}y\\u{2066}"),
  ])
  func showsWhatCouldSteerATerminal(text: String, expected: String) {
    #expect(text.inert == expected)
  }
}

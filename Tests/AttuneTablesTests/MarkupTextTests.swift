import AttuneTables
import Foundation
import Testing

@Suite struct MarkupTextTests {
  /// What is written as JSON reads back the same, and holds nothing that a page or a terminal obeys.
  @Test(arguments: [
    "plain", "\"\\\n\t", "</script><script>", "&amp;", "\u{1B}[31m\u{0}\u{7F}\u{9B}",
    "\u{202E}\u{2028}\u{FEFF}", "😀 é مرحبا",
  ])
  func jsonReadsBack(text: String) throws {
    let literal = text.inJSON
    let back = try JSONSerialization.jsonObject(
      with: Data(literal.utf8), options: .fragmentsAllowed)
    #expect(back as? String == text)
    #expect(!literal.contains { "<>&".contains($0) })
    #expect(literal.inert == literal)
  }
}

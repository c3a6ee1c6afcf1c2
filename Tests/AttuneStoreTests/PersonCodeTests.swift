import Testing

@testable import AttuneStore

@Suite struct PersonCodeTests {
  @Test func readsACodeHoweverItIsTyped() {
    #expect(PersonCode(typed: " Acorn-River, LAMP. ") == PersonCode(typed: "acorn river lamp"))
    #expect(PersonCode(typed: "acorn river") != PersonCode(typed: "acorn river lamp"))
  }

  @Test func drawsThreePlainWords() {
    var generator = SystemRandomNumberGenerator()
    let codes = (0..<200).map { _ in PersonCode.random(using: &generator) }
    for code in codes {
      #expect(code.description.split(separator: " ").count == 3)
      #expect(code == PersonCode(typed: code.description))
    }
    #expect(Set(codes).count > 190)
  }
}

import AttuneDiagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("practioner", "practitioner"), ("taem", "team"), ("Heard", "heard"), ("hrd", nil),
      ("x", nil), ("", nil),
    ] as [(String, String?)])
  func findsTheNameThatWasMeant(_ word: String, _ name: String?) {
    #expect(nearestName(to: word, among: ["heard", "practitioner", "team"]) == name)
  }

  @Test func takesTheFirstOfTwoThatAreAsNear() {
    #expect(nearestName(to: "clam1", among: ["calm1", "clap1"]) == "calm1")
  }
}

import Foundation
import Testing

@testable import AttuneLanguage

@Suite struct RuleRegistryTests {
  @Test func holdsEveryFileOfTheFolder() throws {
    let folder = Repository.root.appending(path: "Sources/AttuneLanguage/Checker/Rules")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") }
    #expect(
      allRules.map { "\($0).swift" }.sorted() == files.sorted(),
      "a clean build lists the folder anew")
  }

  @Test func givesEveryRuleACodeOfItsOwn() {
    #expect(Set(allRules.map { $0.code }).count == allRules.count)
  }
}

import Testing

@testable import AttuneLanguage

@Suite struct DetailOrderTests {
  @Test(arguments: BlockKind.allCases) func placesEveryWordOfABlockOnce(_ kind: BlockKind) {
    #expect(kind.order.flatMap { $0 }.sorted() == words(kind.syntax).sorted())
  }

  private func words<Block: BlockSyntax>(_ type: Block.Type) -> [String] {
    Block.vocabulary.spellings + (Block.vocabulary.prose == nil ? [] : [">"])
      + (Block.vocabulary.choice == nil ? [] : ["="])
  }
}

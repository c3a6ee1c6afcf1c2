/// The words that a block knows: the one table behind reading, "I know: …" and nearest names.
struct Vocabulary<Block: Sendable>: Sendable {
  let details: [Detail<Block>]
  /// What the block does with words to read; `nil` where it has no place for them.
  let prose: (@Sendable (inout Block, Words) -> Void)?
  /// What the block does with answers to choose from; `nil` where it has no place for them.
  let choice: (@Sendable (inout Block, ChoiceSyntax) -> Void)?

  init(
    _ details: [Detail<Block>], prose: (@Sendable (inout Block, Words) -> Void)? = nil,
    choice: (@Sendable (inout Block, ChoiceSyntax) -> Void)? = nil
  ) {
    self.details = details
    self.prose = prose
    self.choice = choice
  }

  /// The words as they are listed for people.
  var spellings: [String] { details.map(\.spelling) }
}

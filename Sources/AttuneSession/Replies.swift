import AttuneInstrument

/// What a person has said so far.
struct Replies: Sendable, Hashable {
  var role: String?
  var isBothRoles = false
  var agreements: [String: Bool] = [:]
  var length: Length?
  /// Yes or no to each optional part, by section.
  var parts: [String: Bool] = [:]
  /// Parts that were skipped at their content note or a check-in.
  var skippedParts: Set<String> = []
  /// The latest reply to each item, whether or not it is shown now.
  var given: [String: Answer] = [:]
  var wantsCopy = false
}

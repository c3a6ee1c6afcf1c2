/// The words that faces and the engine say themselves, in one language.
public struct Catalogue: Sendable, Hashable {
  /// A BCP 47 tag.
  public let language: String

  public static let britishEnglish = Catalogue(language: "en-GB")
}

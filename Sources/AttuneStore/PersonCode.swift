import Foundation

/// Three plain words that let a person, and nobody else, find their answers again.
///
/// It opens a paused session and asks for answers to be deleted. The store keeps only a salted
/// fingerprint of it.
public struct PersonCode: Sendable, Hashable, CustomStringConvertible {
  public let description: String

  /// Reads a code as a person types it: capitals, punctuation and spacing make no difference.
  public init(typed: String) {
    description = typed.lowercased().split { !$0.isLetter }.joined(separator: " ")
  }

  /// Draws a code: one of about 46 million.
  public static func random(using generator: inout some RandomNumberGenerator) -> PersonCode {
    let drawn = (0..<3).compactMap { _ in words.randomElement(using: &generator) }
    return PersonCode(typed: drawn.joined(separator: " "))
  }

  /// Short, common, easily told apart when read aloud, and of no weight.
  private static let words: [Substring] = """
    acorn amber anchor apple april apron arch arrow ash aspen autumn badge bagel banjo barley
    barn basil basin basket bay beach beacon bean bear beech bell bench berry birch bird biscuit
    bloom blossom boat bonnet book boot bottle bowl branch brass bread breeze brick bridge brook
    broom brush bucket bud bugle butter button cabin cable cactus cake camel candle canoe canvas
    carpet carrot castle cedar chalk chapel cherry chess chestnut clay cliff cloak clock cloud
    clover coast cobble cocoa comet compass copper coral cork corner cotton cove cricket crocus
    crown cuckoo cup cushion daisy dawn delta desk dew dice dolphin door dove drum duck eagle
    earth easel elbow elder elm ember fable falcon fern ferry fiddle field finch fir flag flax
    flint flute forest fossil fountain fox garden garlic gate ginger glass globe glove goose
    grape grass gravel grove guitar gull hammock harbour harp harvest hazel heather hedge heron
    hill hinge holly honey hoop horn igloo inlet iris island ivory ivy jacket jar jasmine jetty
    jigsaw juniper kettle key kite ladder lagoon lake lamp lantern larch lark latch lavender leaf
    lemon lentil lily lime linen lotus lunch lupin magnet maize mango map maple marble market
    marsh meadow melon mill mint mirror mitten moon moss mountain mural nectar needle nest nettle
    north nutmeg oak oasis oat ocean olive onion opal orange orchard orchid organ otter oven owl
    oyster paddle pansy paper parcel pasture path peach pear pebble pencil penguin pepper petal
    piano pier pillow pine plum pocket pond poplar poppy porch potato pottery prairie prism
    puffin pumpkin quarry quartz quilt rabbit radish raft rain rainbow raisin reed ribbon ridge
    river robin rocket root rope rose rowan ruby saddle saffron sail sand satin saucer scarf sea
    seed shell shore silk silver sky slate slipper snow sofa song south sparrow spice spoon
    spring spruce squirrel stable star stone stool stream summer sun swallow swan syrup table
    tapestry teapot thistle thread thyme ticket tide tile timber toast tomato topaz tower trail
    train treacle tree trumpet tulip tunnel turnip turtle twig umbrella valley vase velvet
    village vine violet violin wagon walnut walrus water wave wheat wheel whistle willow window
    winter wool wren yarn zebra
    """.split { $0 == " " || $0 == "\n" }
}

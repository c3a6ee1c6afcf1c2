import AttuneDiagnostics

/// A design's file as written.
struct DesignSyntax: Sendable {
  let blocks: [any BlockSyntax]

  func all<Block: BlockSyntax>(_ type: Block.Type) -> [Block] { blocks.compactMap { $0 as? Block } }

  func first<Block: BlockSyntax>(_ type: Block.Type) -> Block? { all(type).first }

  /// Blocks that may stand once and do not.
  var repeated: [(block: Heading, first: Heading)] {
    var seen: [BlockKind: Heading] = [:]
    return blocks.map(\.heading).compactMap { heading in
      guard ![.people, .factor, .profile].contains(heading.kind) else { return nil }
      guard let first = seen[heading.kind] else {
        seen[heading.kind] = heading
        return nil
      }
      return (heading, first)
    }
  }
}

extension Parser {
  /// The file of a simulation's design.
  mutating func parseDesign() -> DesignSyntax {
    var blocks: [any BlockSyntax] = []
    expectFileHeading(.simulation)
    while let heading = parseNextHeading() {
      blocks.append(parseBlock(heading.kind.syntax, heading))
    }
    return DesignSyntax(blocks: blocks)
  }
}

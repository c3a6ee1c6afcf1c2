import AttuneDiagnostics
import AttuneInstrument

extension TranslationScope {
  /// The block that a heading most likely means, where the instrument has none of its name.
  func guess(for block: TranslationBlock) -> TextPlace? {
    guard !knows(block), let name = block.heading.name else { return nil }
    return nearestName(to: name.value, among: names[block.kind] ?? [])
      .map { TextPlace(block.kind, $0, .title) }
  }

  /// The place that a line most likely means, where the instrument has none there.
  func guess(for entry: Entry) -> TextPlace? {
    let place = entry.block.place(of: entry.line)
    guard entry.state == .gone, let argument = place.argument else { return nil }
    let known = absent.map(\.place).filter {
      $0.block == place.block && $0.name == place.name && $0.line == place.line
    }
    let nearest = nearestName(to: argument, among: known.compactMap(\.argument))
    return nearest.map { TextPlace(place.block, place.name, place.line, $0) }
  }
}

extension TextPlace {
  /// The block alone, for comparing.
  var withoutLine: TextPlace { TextPlace(block, name, .title) }
}

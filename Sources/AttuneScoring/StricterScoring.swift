public import AttuneInstrument

/// Instruments that score more strictly, to see whether a result rests on how scores were made.
extension Instrument {
  /// Without the items that are reversed; a minimum answered shrinks in proportion, rounded up.
  public var withoutReversedItems: Instrument {
    rescoring { construct in
      let kept = construct.uses.filter { !$0.isReversed }
      if let minimum = construct.rule.minimum, !construct.uses.isEmpty {
        let scaled = (minimum * kept.count + construct.uses.count - 1) / construct.uses.count
        construct.rule.minimum = max(1, scaled)
      }
      construct.uses = kept
    }
  }

  /// With a score only for those who answered every item of it.
  public var scoringCompleteAnswersOnly: Instrument {
    rescoring { $0.rule.minimum = nil }
  }

  /// Composites are made of the constructs that are changed, and stay as they are.
  private func rescoring(_ change: (inout Construct) -> Void) -> Instrument {
    var changed = self
    for index in constructs.indices where !constructs[index].isComposite {
      change(&changed.constructs[index])
    }
    return changed
  }
}

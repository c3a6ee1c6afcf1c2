import Dispatch

extension Array {
  /// What `transform` makes of each element: by all processors, in the order of the elements.
  ///
  /// `transform` only reads what it shares. It is then the same for any number of processors.
  func concurrentMap<Result>(_ transform: (Element) -> Result) -> [Result] {
    withoutActuallyEscaping(transform) { transform in
      [Result](unsafeUninitializedCapacity: count) { buffer, filled in
        // Each element writes its own part of the buffer.
        nonisolated(unsafe) let (elements, transform, results) = (self, transform, buffer)
        DispatchQueue.concurrentPerform(iterations: count) { index in
          results.initializeElement(at: index, to: transform(elements[index]))
        }
        filled = count
      }
    }
  }
}

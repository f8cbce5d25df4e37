extension Finding: CustomStringConvertible {
  /// The finding as a sentence that says what to do, safe to print.
  public var description: String { message }
}

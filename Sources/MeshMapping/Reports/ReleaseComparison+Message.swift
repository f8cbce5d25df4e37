extension ReleaseComparison {
  /// What has to be said of the releases where one of them is announced and not out yet, as a sentence; nil where both are out.
  public var announcement: String? { new.announcement ?? old.announcement }
}

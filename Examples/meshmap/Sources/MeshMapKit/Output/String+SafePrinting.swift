import KubernetesObjects

extension String {
  /// The string in quotes, safe to print.
  package var quotedSafely: String { SafePrinting.quoted(self) }
  /// The string as it is where it is safe to print, escaped elsewhere.
  package var printedSafely: String { SafePrinting.plain(self) }
}

/// How the outbounds in which two Dataplanes differ are told.
///
/// The Dataplanes of a mesh have the same ones, as many as there are services, so that a list of each for every Pod grows with both.
enum OutboundTelling {
  /// One by one.
  case each
  /// As one difference, whatever differs: where nobody is told which they are.
  case together
}

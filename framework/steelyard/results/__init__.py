"""What is worked out from definitions: frozen records that know no format and no method."""

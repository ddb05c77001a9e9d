"""What it costs to bring goods abroad: loads, chargeable weights, rates and sellers' own figures."""

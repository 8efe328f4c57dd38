"""Pages of Nhập từ tệp and Nguồn chính."""

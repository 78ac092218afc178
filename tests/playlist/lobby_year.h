#pragma once

#include <chrono>
#include <string>
#include <vector>

// A year of the lobby with the calendars of deploy/calendars: on each day exactly the banners of the tables below.
// The tables were written by hand from the dates, the windows and published lunar calendars (Tết 29/1/2025 and
// 26/1/2028, Giỗ Tổ 7/4/2025 and 4/4/2028), not from what the program says;
// where days share a banner the rows were split by a reckoning of their own. 2025 has a leap month 6; 2028 has a leap
// month 5 and a 29 February, which moves the beginning of the days before 3 March.
namespace lobby::year {

using namespace std::chrono;

/// A banner and its days, both included.
struct Hanging {
  month_day from;
  month_day until;
  std::string banner;
};

inline const std::vector<Hanging> year_2025{
    {January / 1, January / 2, "Chào mừng Tết Dương lịch (1/1/2025)"},
    {January / 3, January / 7,
     "Kỷ niệm 79 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam (6/1/1946 - 6/1/2025)"},
    {January / 8, January / 10, "Kỷ niệm 75 năm Ngày truyền thống học sinh, sinh viên Việt Nam (9/1/1950 - 9/1/2025)"},
    {January / 22, February / 1, "Chào mừng Tết Nguyên đán (Mùng 1 tháng Giêng, năm Ất Tỵ - 29/1/2025)"},
    {January / 24, February / 6,
     "Chào mừng kỷ niệm 95 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2025)"},
    {February / 18, February / 22,
     "Kỷ niệm 79 năm Ngày truyền thống lực lượng Cảnh sát giao thông (21/2/1946 - 21/2/2025)"},
    {February / 24, February / 28, "Chào mừng kỷ niệm 70 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2025)"},
    {February / 26, March / 4,
     "Kỷ niệm 66 năm Ngày truyền thống Bộ đội Biên phòng (3/3/1959 - 3/3/2025) và 36 năm Ngày Biên phòng toàn dân "
     "(3/3/1989 - 3/3/2025)"},
    {March / 5, March / 8, "Chào mừng Ngày Quốc tế Phụ nữ (8/3/2025)"},
    {March / 8, March / 12,
     "Kỷ niệm 77 năm Ngày Công an nhân dân học tập, thực hiện Sáu điều Bác Hồ dạy (11/3/1948 - 11/3/2025)"},
    {March / 23, March / 27,
     "Chào mừng kỷ niệm 94 năm Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh (26/3/1931 - 26/3/2025)"},
    {March / 25, March / 29, "Kỷ niệm 90 năm Ngày truyền thống Dân quân tự vệ (28/3/1935 - 28/3/2025)"},
    {April / 4, April / 8, "Kỷ niệm Ngày Giỗ Tổ Hùng Vương (Mùng 10 tháng Ba, năm Ất Tỵ - 7/4/2025)"},
    {April / 12, April / 16, "Kỷ niệm 51 năm Ngày truyền thống lực lượng Cảnh sát cơ động (15/4/1974 - 15/4/2025)"},
    {April / 17, April / 19,
     "Kỷ niệm 79 năm Ngày truyền thống lực lượng Tham mưu Công an nhân dân (18/4/1946 - 18/4/2025)"},
    {April / 16, April / 17, "Chào mừng Ngày Văn hóa các dân tộc Việt Nam (19/4/2025)"},
    {April / 18, April / 19,
     "Chào mừng Ngày Văn hóa các dân tộc Việt Nam (19/4/2025) và Ngày Sách và Văn hóa đọc Việt Nam (21/4/2025)"},
    {April / 20, April / 21, "Chào mừng Ngày Sách và Văn hóa đọc Việt Nam (21/4/2025)"},
    {April / 28, April / 28,
     "Chào mừng kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)"},
    {May / 3, May / 3,
     "Chào mừng kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025)"},
    {April / 29, May / 2,
     "Chào mừng kỷ niệm 50 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2025) và 139 năm Ngày "
     "Quốc tế lao động (1/5/1886 - 1/5/2025)"},
    {May / 4, May / 8, "Chào mừng kỷ niệm 71 năm Ngày Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2025)"},
    {May / 12, May / 16,
     "Chào mừng kỷ niệm 84 năm Ngày thành lập Đội Thiếu niên Tiền phong Hồ Chí Minh (15/5/1941 - 15/5/2025) và 135 năm "
     "Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)"},
    {May / 9, May / 11, "Chào mừng kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)"},
    {May / 17, May / 22, "Chào mừng kỷ niệm 135 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2025)"},
    {May / 29, June / 1, "Chào mừng Ngày Quốc tế Thiếu nhi (1/6/2025)"},
    {June / 3, June / 6, "Chào mừng Ngày Người cao tuổi Việt Nam (6/6/2025)"},
    {June / 13, June / 17,
     "Kỷ niệm 58 năm Ngày truyền thống lực lượng Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc (16/6/1967 - "
     "16/6/2025)"},
    {June / 18, June / 22, "Chào mừng kỷ niệm 100 năm Ngày Báo chí cách mạng Việt Nam (21/6/1925 - 21/6/2025)"},
    {June / 25, June / 28, "Chào mừng kỷ niệm 24 năm Ngày Gia đình Việt Nam (28/6/2001 - 28/6/2025)"},
    {July / 2, July / 9,
     "Chào mừng kỷ niệm 79 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2025)"},
    {July / 10, July / 25,
     "Chào mừng kỷ niệm 79 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2025) và 63 năm Ngày "
     "truyền thống lực lượng Cảnh sát nhân dân (20/7/1962 - 20/7/2025)"},
    {July / 26, July / 28, "Kỷ niệm 78 năm Ngày Thương binh – Liệt sĩ (27/7/1947 - 27/7/2025)"},
    {July / 26, July / 29, "Chào mừng kỷ niệm 96 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2025)"},
    {August / 9, August / 24,
     "Chào mừng kỷ niệm 80 năm Ngày Cách mạng Tháng Tám (19/8/1945 - 19/8/2025), 80 năm Ngày truyền thống Công an nhân "
     "dân (19/8/1945 - 19/8/2025) và 20 năm Ngày hội toàn dân bảo vệ an ninh Tổ quốc (19/8/2005 - 19/8/2025)"},
    {August / 25, August / 29, "Kỷ niệm 27 năm Ngày truyền thống Cảnh sát biển Việt Nam (28/8/1998 - 28/8/2025)"},
    {August / 25, September / 3,
     "Chào mừng kỷ niệm 80 năm Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2025)"},
    {October / 1, October / 5,
     "Kỷ niệm 64 năm Ngày truyền thống lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (4/10/1961 - "
     "4/10/2025) và 24 năm Ngày Toàn dân phòng cháy và chữa cháy (4/10/2001 - 4/10/2025)"},
    {October / 7, October / 9, "Chào mừng Ngày Chuyển đổi số quốc gia (10/10/2025)"},
    {October / 10, October / 10,
     "Chào mừng kỷ niệm Ngày Chuyển đổi số quốc gia (10/10/2025) và 21 năm Ngày Doanh nhân Việt Nam (13/10/2004 - "
     "13/10/2025)"},
    {October / 11, October / 13,
     "Chào mừng kỷ niệm 21 năm Ngày Doanh nhân Việt Nam (13/10/2004 - 13/10/2025) và 95 năm Ngày thành lập Hội Nông "
     "dân Việt Nam (14/10/1930 - 14/10/2025)"},
    {October / 14, October / 15,
     "Chào mừng kỷ niệm 95 năm Ngày thành lập Hội Nông dân Việt Nam (14/10/1930 - 14/10/2025)"},
    {October / 17, October / 21,
     "Chào mừng kỷ niệm 95 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2025)"},
    {November / 6, November / 9, "Chào mừng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam (9/11/2025)"},
    {November / 15, November / 19,
     "Kỷ niệm 95 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2025)"},
    {November / 15, November / 19, "Chào mừng kỷ niệm 43 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2025)"},
    {November / 20, November / 21,
     "Chào mừng kỷ niệm 43 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2025) và Ngày Di sản văn hóa Việt Nam "
     "(23/11/2025)"},
    {November / 22, November / 23,
     "Chào mừng kỷ niệm Ngày Di sản văn hóa Việt Nam (23/11/2025), 79 năm Ngày thành lập Hội Chữ thập đỏ Việt Nam "
     "(23/11/1946 - 23/11/2025) và Ngày Văn hóa Việt Nam (24/11/2025)"},
    {November / 24, November / 24,
     "Chào mừng kỷ niệm 79 năm Ngày thành lập Hội Chữ thập đỏ Việt Nam (23/11/1946 - 23/11/2025) và Ngày Văn hóa Việt "
     "Nam (24/11/2025)"},
    {November / 25, November / 25, "Chào mừng Ngày Văn hóa Việt Nam (24/11/2025)"},
    {December / 3, December / 7,
     "Chào mừng kỷ niệm 36 năm Ngày thành lập Hội Cựu chiến binh Việt Nam (6/12/1989 - 6/12/2025)"},
    {December / 16, December / 20, "Kỷ niệm 79 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2025)"},
    {December / 12, December / 27,
     "Chào mừng kỷ niệm 81 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2025) và 36 năm Ngày hội "
     "Quốc phòng toàn dân (22/12/1989 - 22/12/2025)"},
    {December / 29, December / 31, "Chào mừng Tết Dương lịch (1/1/2026)"},
};

inline const std::vector<Hanging> year_2028{
    {January / 1, January / 2, "Chào mừng Tết Dương lịch (1/1/2028)"},
    {January / 3, January / 7,
     "Kỷ niệm 82 năm Ngày Tổng tuyển cử đầu tiên bầu Quốc hội Việt Nam (6/1/1946 - 6/1/2028)"},
    {January / 8, January / 10, "Kỷ niệm 78 năm Ngày truyền thống học sinh, sinh viên Việt Nam (9/1/1950 - 9/1/2028)"},
    {January / 19, January / 29, "Chào mừng Tết Nguyên đán (Mùng 1 tháng Giêng, năm Mậu Thân - 26/1/2028)"},
    {January / 24, February / 6,
     "Chào mừng kỷ niệm 98 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 - 3/2/2028)"},
    {February / 18, February / 22,
     "Kỷ niệm 82 năm Ngày truyền thống lực lượng Cảnh sát giao thông (21/2/1946 - 21/2/2028)"},
    {February / 24, February / 28, "Chào mừng kỷ niệm 73 năm Ngày Thầy thuốc Việt Nam (27/2/1955 - 27/2/2028)"},
    {February / 27, March / 4,
     "Kỷ niệm 69 năm Ngày truyền thống Bộ đội Biên phòng (3/3/1959 - 3/3/2028) và 39 năm Ngày Biên phòng toàn dân "
     "(3/3/1989 - 3/3/2028)"},
    {March / 5, March / 8, "Chào mừng Ngày Quốc tế Phụ nữ (8/3/2028)"},
    {March / 8, March / 12,
     "Kỷ niệm 80 năm Ngày Công an nhân dân học tập, thực hiện Sáu điều Bác Hồ dạy (11/3/1948 - 11/3/2028)"},
    {March / 23, March / 27,
     "Chào mừng kỷ niệm 97 năm Ngày thành lập Đoàn Thanh niên Cộng sản Hồ Chí Minh (26/3/1931 - 26/3/2028)"},
    {March / 25, March / 29, "Kỷ niệm 93 năm Ngày truyền thống Dân quân tự vệ (28/3/1935 - 28/3/2028)"},
    {April / 1, April / 5, "Kỷ niệm Ngày Giỗ Tổ Hùng Vương (Mùng 10 tháng Ba, năm Mậu Thân - 4/4/2028)"},
    {April / 12, April / 16, "Kỷ niệm 54 năm Ngày truyền thống lực lượng Cảnh sát cơ động (15/4/1974 - 15/4/2028)"},
    {April / 17, April / 19,
     "Kỷ niệm 82 năm Ngày truyền thống lực lượng Tham mưu Công an nhân dân (18/4/1946 - 18/4/2028)"},
    {April / 16, April / 17, "Chào mừng Ngày Văn hóa các dân tộc Việt Nam (19/4/2028)"},
    {April / 18, April / 19,
     "Chào mừng Ngày Văn hóa các dân tộc Việt Nam (19/4/2028) và Ngày Sách và Văn hóa đọc Việt Nam (21/4/2028)"},
    {April / 20, April / 21, "Chào mừng Ngày Sách và Văn hóa đọc Việt Nam (21/4/2028)"},
    {April / 28, April / 28,
     "Chào mừng kỷ niệm 53 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2028)"},
    {May / 3, May / 3,
     "Chào mừng kỷ niệm 53 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2028)"},
    {April / 29, May / 2,
     "Chào mừng kỷ niệm 53 năm Ngày Giải phóng miền Nam, thống nhất đất nước (30/4/1975 - 30/4/2028) và 142 năm Ngày "
     "Quốc tế lao động (1/5/1886 - 1/5/2028)"},
    {May / 4, May / 8, "Chào mừng kỷ niệm 74 năm Ngày Chiến thắng Điện Biên Phủ (7/5/1954 - 7/5/2028)"},
    {May / 12, May / 16,
     "Chào mừng kỷ niệm 87 năm Ngày thành lập Đội Thiếu niên Tiền phong Hồ Chí Minh (15/5/1941 - 15/5/2028) và 138 năm "
     "Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2028)"},
    {May / 9, May / 11, "Chào mừng kỷ niệm 138 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2028)"},
    {May / 17, May / 22, "Chào mừng kỷ niệm 138 năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2028)"},
    {May / 29, June / 1, "Chào mừng Ngày Quốc tế Thiếu nhi (1/6/2028)"},
    {June / 3, June / 6, "Chào mừng Ngày Người cao tuổi Việt Nam (6/6/2028)"},
    {June / 13, June / 17,
     "Kỷ niệm 61 năm Ngày truyền thống lực lượng Xây dựng phong trào toàn dân bảo vệ an ninh Tổ quốc (16/6/1967 - "
     "16/6/2028)"},
    {June / 18, June / 22, "Chào mừng kỷ niệm 103 năm Ngày Báo chí cách mạng Việt Nam (21/6/1925 - 21/6/2028)"},
    {June / 25, June / 28, "Chào mừng kỷ niệm 27 năm Ngày Gia đình Việt Nam (28/6/2001 - 28/6/2028)"},
    {July / 2, July / 9,
     "Chào mừng kỷ niệm 82 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2028)"},
    {July / 10, July / 25,
     "Chào mừng kỷ niệm 82 năm Ngày truyền thống lực lượng An ninh nhân dân (12/7/1946 - 12/7/2028) và 66 năm Ngày "
     "truyền thống lực lượng Cảnh sát nhân dân (20/7/1962 - 20/7/2028)"},
    {July / 26, July / 28, "Kỷ niệm 81 năm Ngày Thương binh – Liệt sĩ (27/7/1947 - 27/7/2028)"},
    {July / 26, July / 29, "Chào mừng kỷ niệm 99 năm Ngày thành lập Công đoàn Việt Nam (28/7/1929 - 28/7/2028)"},
    {August / 9, August / 24,
     "Chào mừng kỷ niệm 83 năm Ngày Cách mạng Tháng Tám (19/8/1945 - 19/8/2028), 83 năm Ngày truyền thống Công an nhân "
     "dân (19/8/1945 - 19/8/2028) và 23 năm Ngày hội toàn dân bảo vệ an ninh Tổ quốc (19/8/2005 - 19/8/2028)"},
    {August / 25, August / 29, "Kỷ niệm 30 năm Ngày truyền thống Cảnh sát biển Việt Nam (28/8/1998 - 28/8/2028)"},
    {August / 25, September / 3,
     "Chào mừng kỷ niệm 83 năm Ngày Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (2/9/1945 - 2/9/2028)"},
    {October / 1, October / 5,
     "Kỷ niệm 67 năm Ngày truyền thống lực lượng Cảnh sát phòng cháy, chữa cháy và cứu nạn, cứu hộ (4/10/1961 - "
     "4/10/2028) và 27 năm Ngày Toàn dân phòng cháy và chữa cháy (4/10/2001 - 4/10/2028)"},
    {October / 7, October / 9, "Chào mừng Ngày Chuyển đổi số quốc gia (10/10/2028)"},
    {October / 10, October / 10,
     "Chào mừng kỷ niệm Ngày Chuyển đổi số quốc gia (10/10/2028) và 24 năm Ngày Doanh nhân Việt Nam (13/10/2004 - "
     "13/10/2028)"},
    {October / 11, October / 13,
     "Chào mừng kỷ niệm 24 năm Ngày Doanh nhân Việt Nam (13/10/2004 - 13/10/2028) và 98 năm Ngày thành lập Hội Nông "
     "dân Việt Nam (14/10/1930 - 14/10/2028)"},
    {October / 14, October / 15,
     "Chào mừng kỷ niệm 98 năm Ngày thành lập Hội Nông dân Việt Nam (14/10/1930 - 14/10/2028)"},
    {October / 17, October / 21,
     "Chào mừng kỷ niệm 98 năm Ngày thành lập Hội Liên hiệp Phụ nữ Việt Nam (20/10/1930 - 20/10/2028)"},
    {November / 6, November / 9, "Chào mừng Ngày Pháp luật nước Cộng hòa xã hội chủ nghĩa Việt Nam (9/11/2028)"},
    {November / 15, November / 19,
     "Kỷ niệm 98 năm Ngày thành lập Mặt trận Dân tộc thống nhất Việt Nam (18/11/1930 - 18/11/2028)"},
    {November / 15, November / 19, "Chào mừng kỷ niệm 46 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2028)"},
    {November / 20, November / 21,
     "Chào mừng kỷ niệm 46 năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/2028) và Ngày Di sản văn hóa Việt Nam "
     "(23/11/2028)"},
    {November / 22, November / 23,
     "Chào mừng kỷ niệm Ngày Di sản văn hóa Việt Nam (23/11/2028), 82 năm Ngày thành lập Hội Chữ thập đỏ Việt Nam "
     "(23/11/1946 - 23/11/2028) và Ngày Văn hóa Việt Nam (24/11/2028)"},
    {November / 24, November / 24,
     "Chào mừng kỷ niệm 82 năm Ngày thành lập Hội Chữ thập đỏ Việt Nam (23/11/1946 - 23/11/2028) và Ngày Văn hóa Việt "
     "Nam (24/11/2028)"},
    {November / 25, November / 25, "Chào mừng Ngày Văn hóa Việt Nam (24/11/2028)"},
    {December / 3, December / 7,
     "Chào mừng kỷ niệm 39 năm Ngày thành lập Hội Cựu chiến binh Việt Nam (6/12/1989 - 6/12/2028)"},
    {December / 16, December / 20, "Kỷ niệm 82 năm Ngày Toàn quốc kháng chiến (19/12/1946 - 19/12/2028)"},
    {December / 12, December / 27,
     "Chào mừng kỷ niệm 84 năm Ngày thành lập Quân đội nhân dân Việt Nam (22/12/1944 - 22/12/2028) và 39 năm Ngày hội "
     "Quốc phòng toàn dân (22/12/1989 - 22/12/2028)"},
    {December / 29, December / 31, "Chào mừng Tết Dương lịch (1/1/2029)"},
};

/// The banners of a day, in order of their anniversaries.
inline std::vector<std::string> banners_of(const std::vector<Hanging>& table, year_month_day date) {
  std::vector<std::string> banners;
  for (const auto& [from, until, banner] : table) {
    const sys_days day(date);
    if (day >= sys_days(date.year() / from) && day <= sys_days(date.year() / until)) banners.push_back(banner);
  }
  return banners;
}

}  // namespace lobby::year

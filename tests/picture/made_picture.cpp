#include "made_picture.h"

// jpeglib.h needs the types of stdio.h.
#include <cstdio>
#include <cstdlib>
// Then its own header.
#include <jpeglib.h>
#include <lcms2.h>
#include <png.h>
#include <webp/encode.h>

#include <memory>

namespace lobby::picture {

namespace {

using namespace std::string_literals;

void write_marks(jpeg_compress_struct& encoder, const Making& making) {
  if (!making.exif.empty()) {
    const std::string segment = "Exif\0\0"s + making.exif;
    jpeg_write_marker(&encoder, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(segment.data()),
                      static_cast<unsigned>(segment.size()));
  }
  if (!making.icc.empty()) {
    jpeg_write_icc_profile(&encoder, reinterpret_cast<const JOCTET*>(making.icc.data()),
                           static_cast<unsigned>(making.icc.size()));
  }
}

struct Samples {
  const std::uint8_t* bytes;
  int channels;
  J_COLOR_SPACE space;
};

std::string encoded(const Samples& samples, Size size, bool with_adobe_marker, const Making& making) {
  jpeg_compress_struct encoder{};
  jpeg_error_mgr errors{};
  encoder.err = jpeg_std_error(&errors);
  jpeg_create_compress(&encoder);
  unsigned char* out = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&encoder, &out, &length);
  encoder.image_width = static_cast<JDIMENSION>(size.width);
  encoder.image_height = static_cast<JDIMENSION>(size.height);
  encoder.input_components = samples.channels;
  encoder.in_color_space = samples.space;
  jpeg_set_defaults(&encoder);
  jpeg_set_quality(&encoder, 98, TRUE);
  encoder.comp_info[0].h_samp_factor = encoder.comp_info[0].v_samp_factor = 1;
  if (samples.space == JCS_CMYK) encoder.write_Adobe_marker = with_adobe_marker ? TRUE : FALSE;
  if (making.interlaced) jpeg_simple_progression(&encoder);
  jpeg_start_compress(&encoder, TRUE);
  write_marks(encoder, making);
  for (int y = 0; y < size.height; ++y) {
    auto* row = const_cast<JSAMPROW>(samples.bytes) + std::ptrdiff_t{y} * size.width * samples.channels;
    jpeg_write_scanlines(&encoder, &row, 1);
  }
  jpeg_finish_compress(&encoder);
  jpeg_destroy_compress(&encoder);
  std::string bytes(reinterpret_cast<const char*>(out), length);
  std::free(out);
  return bytes;
}

std::string number(std::uint32_t value, std::size_t count, bool big_endian) {
  std::string bytes;
  for (std::size_t index = 0; index < count; ++index) {
    bytes += static_cast<char>(std::uint64_t{value} >> 8U * (big_endian ? count - 1 - index : index) & 0xFFU);
  }
  return bytes;
}

std::string chunk(const std::string& name, const std::string& payload) {
  std::string bytes = name + number(static_cast<std::uint32_t>(payload.size()), 4, false) + payload;
  if (payload.size() % 2 == 1) bytes += '\0';
  return bytes;
}

std::string riff(const std::string& chunks) { return chunk("RIFF", "WEBP" + chunks); }

std::string extended(unsigned flags, Size size) {
  return chunk("VP8X", number(flags, 4, false) + number(static_cast<std::uint32_t>(size.width - 1), 3, false) +
                           number(static_cast<std::uint32_t>(size.height - 1), 3, false));
}

/// The chunk of the pixels alone.
std::string webp_pixels(const Canvas& canvas) {
  std::uint8_t* out = nullptr;
  const std::size_t length =
      WebPEncodeLosslessBGRA(reinterpret_cast<const std::uint8_t*>(canvas.row(0)), canvas.size().width,
                             canvas.size().height, canvas.size().width * 4, &out);
  std::string bytes(reinterpret_cast<const char*>(out), length);
  WebPFree(out);
  return bytes.substr(12);
}

std::string saved(cmsHPROFILE profile) {
  cmsUInt32Number length = 0;
  cmsSaveProfileToMem(profile, nullptr, &length);
  std::string bytes(length, '\0');
  cmsSaveProfileToMem(profile, bytes.data(), &length);
  cmsCloseProfile(profile);
  return bytes;
}

constexpr cmsCIExyY d65{0.3127, 0.3290, 1};

std::string rgb_profile(const cmsCIExyYTRIPLE& primaries, cmsToneCurve* curve) {
  cmsToneCurve* const curves[] = {curve, curve, curve};
  std::string bytes = saved(cmsCreateRGBProfile(&d65, &primaries, curves));
  cmsFreeToneCurve(curve);
  return bytes;
}

/// A profile that is a table from `channels` numbers to XYZ or Lab, whatever `sampler` says.
std::string table_of(cmsColorSpaceSignature space, unsigned channels, cmsSAMPLER16 sampler) {
  cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
  cmsSetProfileVersion(profile, 4.3);
  cmsSetDeviceClass(profile, cmsSigOutputClass);
  cmsSetColorSpace(profile, space);
  cmsSetPCS(profile, cmsSigLabData);
  cmsPipeline* pipeline = cmsPipelineAlloc(nullptr, channels, 3);
  cmsStage* table = cmsStageAllocCLut16bit(nullptr, 9, channels, 3, nullptr);
  cmsStageSampleCLut16bit(table, sampler, nullptr, 0);
  cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, channels, nullptr));
  cmsPipelineInsertStage(pipeline, cmsAT_END, table);
  cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, nullptr));
  cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
  cmsWriteTag(profile, cmsSigAToB1Tag, pipeline);
  cmsPipelineFree(pipeline);
  cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
  return saved(profile);
}

void lab_of_light(const double* rgb, cmsUInt16Number* out) {
  const cmsCIEXYZ xyz{0.4361 * rgb[0] + 0.3851 * rgb[1] + 0.1431 * rgb[2],
                      0.2225 * rgb[0] + 0.7169 * rgb[1] + 0.0606 * rgb[2],
                      0.0139 * rgb[0] + 0.0971 * rgb[1] + 0.7141 * rgb[2]};
  cmsCIELab lab;
  cmsXYZ2Lab(cmsD50_XYZ(), &lab, &xyz);
  cmsFloat2LabEncoded(out, &lab);
}

Colour transformed(const std::string& icc, cmsUInt32Number order, const void* from) {
  cmsHPROFILE profile = cmsOpenProfileFromMem(icc.data(), static_cast<cmsUInt32Number>(icc.size()));
  cmsHPROFILE srgb = cmsCreate_sRGBProfile();
  cmsHTRANSFORM transform = cmsCreateTransform(profile, order, srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                               cmsFLAGS_NOOPTIMIZE | cmsFLAGS_BLACKPOINTCOMPENSATION);
  std::uint8_t to[3] = {};
  cmsDoTransform(transform, from, to, 1);
  cmsDeleteTransform(transform);
  cmsCloseProfile(srgb);
  cmsCloseProfile(profile);
  return {to[0], to[1], to[2]};
}

}  // namespace

std::string jpeg_of(const Canvas& canvas, const Making& making) {
  return encoded({reinterpret_cast<const std::uint8_t*>(canvas.row(0)), 4, JCS_EXT_BGRX}, canvas.size(), false, making);
}

std::string grey_jpeg_of(const Canvas& canvas, const Making& making) {
  std::vector<std::uint8_t> greys;
  for (int y = 0; y < canvas.size().height; ++y) {
    for (int x = 0; x < canvas.size().width; ++x) greys.push_back(unpack(canvas.row(y)[x]).green);
  }
  return encoded({greys.data(), 1, JCS_GRAYSCALE}, canvas.size(), false, making);
}

std::string ink_jpeg_of(const std::vector<std::uint8_t>& inks, Size size, InkOrder order, const Making& making) {
  std::vector<std::uint8_t> samples = inks;
  if (order == InkOrder::adobe) {
    for (auto& sample : samples) sample = static_cast<std::uint8_t>(255 - sample);
  }
  return encoded({samples.data(), 4, JCS_CMYK}, size, order == InkOrder::adobe, making);
}

std::string png_of(const Canvas& canvas, const Making& making) {
  std::string bytes;
  png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(writer);
  png_set_write_fn(
      writer, &bytes,
      [](png_structp to, png_bytep data, std::size_t count) {
        static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<const char*>(data), count);
      },
      [](png_structp) {});
  png_set_IHDR(writer, info, static_cast<png_uint_32>(canvas.size().width),
               static_cast<png_uint_32>(canvas.size().height), 8, PNG_COLOR_TYPE_RGB_ALPHA,
               making.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
               PNG_FILTER_TYPE_DEFAULT);
  if (making.gamma > 0) png_set_gAMA(writer, info, making.gamma);
  if (const auto& xy = making.chromaticities; !xy.empty()) {
    png_set_cHRM(writer, info, xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], xy[6], xy[7]);
  }
  if (!making.icc.empty()) {
    png_set_iCCP(writer, info, "own", PNG_COMPRESSION_TYPE_BASE, reinterpret_cast<png_const_bytep>(making.icc.data()),
                 static_cast<png_uint_32>(making.icc.size()));
  }
  std::string exif = making.exif;
  if (!exif.empty()) {
    png_set_eXIf_1(writer, info, static_cast<png_uint_32>(exif.size()), reinterpret_cast<png_bytep>(exif.data()));
  }
  png_write_info(writer, info);
  png_set_bgr(writer);
  std::vector<png_bytep> rows;
  for (int y = 0; y < canvas.size().height; ++y) {
    rows.push_back(reinterpret_cast<png_bytep>(const_cast<std::uint32_t*>(canvas.row(y))));
  }
  png_write_image(writer, rows.data());
  png_write_end(writer, info);
  png_destroy_write_struct(&writer, &info);
  return bytes;
}

std::string webp_of(const Canvas& canvas, const Making& making) {
  constexpr unsigned has_profile = 0x20;
  constexpr unsigned has_alpha = 0x10;
  constexpr unsigned has_exif = 0x08;
  const unsigned flags = has_alpha | (making.icc.empty() ? 0 : has_profile) | (making.exif.empty() ? 0 : has_exif);
  std::string chunks = extended(flags, canvas.size());
  if (!making.icc.empty()) chunks += chunk("ICCP", making.icc);
  chunks += webp_pixels(canvas);
  if (!making.exif.empty()) chunks += chunk("EXIF", making.exif);
  return riff(chunks);
}

std::string animated_webp_of(const Canvas& first, Size size, int left, int top, const Canvas& second) {
  constexpr unsigned is_animation = 0x12;
  const auto frame = [](const Canvas& canvas, int x, int y) {
    const auto part = [](int value, std::size_t count) {
      return number(static_cast<std::uint32_t>(value), count, false);
    };
    return chunk("ANMF", part(x / 2, 3) + part(y / 2, 3) + part(canvas.size().width - 1, 3) +
                             part(canvas.size().height - 1, 3) + part(100, 3) + part(0, 1) + webp_pixels(canvas));
  };
  return riff(extended(is_animation, size) + chunk("ANIM", number(0, 6, false)) + frame(first, left, top) +
              frame(second, 0, 0));
}

std::string exif_with(int orientation, bool big_endian) {
  const auto part = [big_endian](std::uint32_t value, std::size_t count) { return number(value, count, big_endian); };
  return (big_endian ? "MM"s : "II"s) + part(42, 2) + part(8, 4) + part(1, 2) + part(0x0112, 2) + part(3, 2) +
         part(1, 4) + part(static_cast<std::uint32_t>(orientation), 2) + part(0, 2) + part(0, 4);
}

std::string adobe_rgb_profile() {
  return rgb_profile({{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}}, cmsBuildGamma(nullptr, 563.0 / 256));
}

std::string display_p3_profile() {
  const double srgb[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
  return rgb_profile({{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}},
                     cmsBuildParametricToneCurve(nullptr, 4, srgb));
}

std::string srgb_profile() { return saved(cmsCreate_sRGBProfile()); }

std::string grey_profile(double gamma) {
  cmsToneCurve* curve = cmsBuildGamma(nullptr, gamma);
  std::string bytes = saved(cmsCreateGrayProfile(cmsD50_xyY(), curve));
  cmsFreeToneCurve(curve);
  return bytes;
}

std::string ink_profile() {
  return table_of(cmsSigCmykData, 4, [](const cmsUInt16Number* in, cmsUInt16Number* out, void*) {
    const auto left = [&](int ink, double strength) { return 1 - strength * in[ink] / 65'535.0; };
    const double black = left(3, 0.96);
    const double rgb[] = {left(0, 0.9) * left(1, 0.1) * black, left(1, 0.85) * left(0, 0.2) * black,
                          left(2, 0.9) * left(1, 0.3) * black};
    lab_of_light(rgb, out);
    return 1;
  });
}

std::string table_profile() {
  return table_of(cmsSigRgbData, 3, [](const cmsUInt16Number* in, cmsUInt16Number* out, void*) {
    const double rgb[] = {in[2] / 65'535.0, in[1] / 65'535.0, in[0] / 65'535.0};
    lab_of_light(rgb, out);
    return 1;
  });
}

Colour by_lcms(const std::string& icc, Colour colour) {
  const std::uint8_t from[] = {colour.red, colour.green, colour.blue};
  return transformed(icc, TYPE_RGB_8, from);
}

Colour inks_by_lcms(const std::string& icc, const std::uint8_t* inks) { return transformed(icc, TYPE_CMYK_8, inks); }

}  // namespace lobby::picture

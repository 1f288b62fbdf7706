/** The names of the pictures of `mark.ts`, in their order. Where north and south differ, a word that both understand. */
export const pictures: readonly string[] =
  'chó, mèo, chuột, thỏ, gấu, panda, hổ, bò, koala, ếch, gà, chim cánh cụt, ngựa, ong, ốc sên, cánh cam, rùa, rắn, bạch tuộc, cá, cá voi, con voi, lạc đà, cừu, cá sấu, vỏ sò, cây, xương rồng, tulip, hướng dương, nấm, táo, bánh quy, nho, dưa hấu, dâu tây, cherry, ngô, dứa, bánh mì, cơm nắm, bánh kem, mặt trăng, hộp quà, cầu vồng, cái dù, xe hơi, xe đạp, tàu thủy, tên lửa, bóng đá, bong bóng, ghi ta, kèn, chuông, đồng hồ, mắt kính, giày, mũ, áo, ngôi nhà, máy ảnh, búa, chanh'.split(
    ', ',
  );
